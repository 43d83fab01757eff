import type { Translated } from '../catalogue'
import { zh } from '../chinese'
import type { forecastCommand as en } from '../en/forecast-command'

export const forecastCommand: Translated<typeof en> = {
  'forecastCommand.usage': ({ usage }) => zh`用法：${usage} --load 文件 --data 文件 [选项]`,
  'forecastCommand.about': `从序列结束的地方继续：让训练过的网络先看它最后的各行，再看自己的预测。
列和缩放方式取自权重文件。结果是含有行、时间和目标的表格（CSV）。`,
  'forecastCommand.loadHelp': '学习过序列的运行的权重',
  'forecastCommand.seriesHelp': '改为预测这个序列，按权重中的种子生成',
  'forecastCommand.stepsHelp': ({ most }, words) =>
    zh`向前多少个时间步（1 到 ${words.number(most)}；默认 50）`,
  'forecastCommand.saveHelp': '把表格写入这个文件（默认写到标准输出）',
  'forecastCommand.onlyOptions': ({ word }) =>
    zh`forecast（预测）只接受选项，但给出的是“${word}”；请去掉它，或在前面写上它的选项。`,
  'forecastCommand.noWeights': '预测需要学习过序列的权重，但没有指定；请用 --load 给出文件。',
  'forecastCommand.noSeries':
    '预测需要一个序列来继续，但没有指定；请用 --data 给出表格，或用 --series 给出名字。',
  'forecastCommand.badSteps': ({ most, given }, words) =>
    zh`--steps 必须是 1 到 ${words.number(most)} 的整数，但给出的是“${given}”；请另选一个。`,
  'forecastCommand.lesson':
    '预测需要学习过序列的权重，但这些权重学习的是课程，或没有说明；请载入 Unroll 从序列的运行中保存的权重。',
  'forecastCommand.noScaler': '预测必须知道各列怎样缩放，但权重文件没有说明；请重新训练并保存权重。',
  'forecastCommand.noColumn': ({ name, columns }, words) =>
    zh`网络需要列${words.quote(name)}，但序列只有${words.quotedList(columns)}；请选择含有它学过的全部列的序列。`,
  'forecastCommand.tooFewRows': ({ origin, needed, found }, words) =>
    zh`序列末尾需要 ${words.number(needed)} 个输入齐全且没有间断的时间步，但到最后一行（第 ${words.number(origin + 1)} 行）为止只有 ${words.number(found)} 个；请给出末尾有更多这样时间步的序列。`,
  'forecastCommand.made': ({ steps, rows }, words) =>
    zh`第 ${words.number(rows)} 行之后的 ${words.number(steps)} 个时间步。`,
}
