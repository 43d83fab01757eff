import type { Translated } from '../catalogue'
import { zh } from '../chinese'
import type { source as en } from '../en/source'

export const source: Translated<typeof en> = {
  'source.noColumn': ({ name }, words) => zh`序列中没有${words.quote(name)}这一列；请重新选择输入和目标。`,
  'source.tooFewWindows': ({ rows, inARow, window, horizon, found, batch }, words) =>
    zh`训练部分有 ${words.number(rows)} 个时间步，${inARow === null ? '' : zh`因缺失的输入和时间的跳跃，最多只有 ${words.number(inARow)} 个连在一起，`}只有 ${words.number(found)} 个长度为 ${words.number(window)}${horizon > 1 ? zh`、目标在 ${words.number(horizon)} 个时间步之后` : ''}的窗口，但 ${words.number(batch)} 个序列的批需要 ${words.number(batch)} 个；请缩短窗口、减小批、缩短预测步长或增大训练部分。`,
  'source.noTarget': ({ name, rows }, words) =>
    zh`目标${words.quote(name)}在训练部分应有可学的值，但在其 ${words.number(rows)} 个时间步中，输入齐全之后没有一个；请增大训练部分，或选择别的目标。`,
  'source.tooLarge': ({ name, most }, words) =>
    zh`列${words.quote(name)}中的数应在 −${String(most)} 到 ${String(most)} 之间，但有一个超出了；请换用更大的单位，或选择别的列。`,
  'source.pasted': '粘贴的表格',
  'source.drawn': '画出的曲线',
  'source.named': ({ name }, words) => words.quote(name),
  'source.notThere': ({ name }, words) => zh`序列${words.quote(name)}已不存在；请重新打开它的文件。`,
  'source.pastedGone': '粘贴的表格已不存在；请重新粘贴。',
  'source.drawnGone': '画出的曲线已不存在；请重新画。',
  'source.notKept': ({ what, why }, words) =>
    zh`序列（${words.say(what)}）无法保存到磁盘：${words.finding(why)}；学习它的运行在关闭 Unroll 之前仍可使用，此后请重新打开该序列。`,
  'source.noTable': '应已打开一个表格，但还没有；请打开一个。',
  'source.lessonHasNone': '应是一个序列，但课程学习的是自己的曲线；请选择一个序列。',
}
