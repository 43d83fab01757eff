import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import { type earlierRuns as en, valueIn } from '../../en/run/earlier-runs'
import type { Text } from '../../text'
import type { Words } from '../../words'

export const earlierRuns: Translated<typeof en> = {
  'earlierRuns.title': '以前的运行',
  'earlierRuns.button': ({ count }, words) => zh`以前的运行（${words.number(count)}）`,
  'earlierRuns.buttonExplained': '打开以前的一次运行，连同它的曲线',
  'earlierRuns.note': '最近搁置的十次运行，连同曲线。打开其中一次，当前的运行就会被搁置。',
  'earlierRuns.done': '完成',
  'earlierRuns.open': '打开',
  'earlierRuns.openThis': ({ run }, words) => zh`打开：${words.say(run)}`,
  'earlierRuns.delete': '删除',
  'earlierRuns.deleteThis': ({ run }, words) => zh`删除：${words.say(run)}`,
  'earlierRuns.undo': '撤销',
  'earlierRuns.keepThis': ({ run }, words) => zh`保留：${words.say(run)}`,
  'earlierRuns.willBeDeleted': '关闭这个列表时将被删除。',
  'earlierRuns.short': ({ learned, network, updates }, words) =>
    zh`${learned ? `${words.say(learned)}：` : ''}${network}，${words.number(updates)} 次更新`,
  'earlierRuns.paused': ({ updates, goal, loss }, words) =>
    zh`暂停于第 ${words.number(updates)} 次更新，共 ${words.number(goal)} 次${withLoss(loss, words)}`,
  'earlierRuns.finished': ({ updates, loss }, words) =>
    zh`完成于第 ${words.number(updates)} 次更新${withLoss(loss, words)}`,
  'earlierRuns.diverged': ({ updates, loss }, words) =>
    zh`在第 ${words.number(updates)} 次更新之后发散${withLoss(loss, words)}`,
  'earlierRuns.changed': ({ preset, changes }, words) => {
    const changed = changes.map(({ label, value }) => {
      const set = typeof value === 'boolean' ? (value ? '开' : '关') : valueIn(value, words)
      return zh`${words.say(label)}为 ${set}`
    })
    return zh`${words.say(preset)}；已修改：${changed.join('；')}`
  },
  'earlierRuns.ago': ({ count, unit }, words) => (count === 0 ? '刚刚' : words.ago(count, unit)),
  'earlierRuns.kept': ({ time }, words) => words.moment(time),
  'earlierRuns.backPaused': ({ update }, words) =>
    zh`运行已恢复，暂停于第 ${words.number(update)} 次更新。按“继续”即可接着训练。`,
  'earlierRuns.backFinished': ({ update }, words) =>
    zh`运行已恢复，完成于第 ${words.number(update)} 次更新。`,
  'earlierRuns.backDiverged': ({ update }, words) =>
    zh`运行已恢复。它在第 ${words.number(update)} 次更新之后发散，无法继续；按“重置”即可重新开始。`,
}

function withLoss(loss: Text | null, words: Words): string {
  return loss === null ? '' : zh`，损失 ${words.say(loss)}`
}
