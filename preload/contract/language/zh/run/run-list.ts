import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import { diskSize } from '../../disk-size'
import { type runList as en, valueIn } from '../../en/run/run-list'
import type { Text } from '../../text'
import type { Words } from '../../words'

export const runList: Translated<typeof en> = {
  'runList.title': '运行',
  'runList.button': ({ count }, words) => zh`运行（${words.number(count)}）`,
  'runList.buttonExplained': '保留的各次运行，连同曲线：打开、命名、复制或删除',
  'runList.note': ({ count, bytes }, words) =>
    zh`${words.number(count)} 次运行，占用磁盘 ${diskSize(bytes, words)}。打开其中一次，当前的运行就会被搁置。`,
  'runList.done': '完成',
  'runList.present': '当前的运行',
  'runList.named': ({ name }) => name,
  'runList.copyOf': ({ run, copy }, words) =>
    copy === 1 ? zh`${words.say(run)}的副本` : zh`${words.say(run)}的副本 ${words.number(copy)}`,
  'runList.branchOf': ({ parent, update }, words) =>
    zh`${parent ? words.say(parent) : '一次已不存在的运行'}在第 ${words.number(update)} 次更新之后的分支`,
  'runList.open': '打开',
  'runList.openThis': ({ run }, words) => zh`打开：${words.say(run)}`,
  'runList.rename': '重命名',
  'runList.renameThis': ({ run }, words) => zh`重命名：${words.say(run)}`,
  'runList.nameOf': ({ run }, words) => zh`名称：${words.say(run)}`,
  'runList.saveName': '保存',
  'runList.cancelName': '取消',
  'runList.duplicate': '复制',
  'runList.duplicateThis': ({ run }, words) => zh`复制：${words.say(run)}`,
  'runList.delete': '删除',
  'runList.deleteThis': ({ run }, words) => zh`删除：${words.say(run)}`,
  'runList.undo': '撤销',
  'runList.keepThis': ({ run }, words) => zh`保留：${words.say(run)}`,
  'runList.willBeDeleted': '关闭这个列表时将被删除。',
  'runList.ghostLost': ({ branches }, words) =>
    zh`它的曲线是${words.list(branches)}的残影，删除后残影将不再显示。`,
  'runList.deleted': ({ runs }, words) =>
    runs.length === 1 ? zh`已删除：${words.list(runs)}。` : zh`已删除 ${words.number(runs.length)} 次运行。`,
  'runList.dismissDeleted': '关闭；之后无法再恢复已删除的运行',
  'runList.copyDamaged': '无法复制这次运行，因为它在磁盘上的文件已损坏。',
  'runList.notCopied': ({ why }, words) => zh`运行未能复制：${words.finding(why)}。没有留下副本的任何部分。`,
  'runList.notRenamed': ({ why }, words) =>
    zh`运行保留原来的名称，因为新名称未能写入：${words.finding(why)}。`,

  'runList.size': ({ bytes }, words) => diskSize(bytes, words),
  'runList.budget': '各次运行的占用超过此值时，询问可以删除哪些：',
  'runList.gigabytes': 'GB',
  'runList.badBudget': ({ given }, words) =>
    zh`应为 0.1 到 1,000 GB 之间的数，但给出的是${words.quote(given)}。`,
  'runList.overBudget': (space, words) => zh`${taken(space, words)}：请选择可以删除哪些。`,
  'runList.choose': '选择…',
  'runList.dismissOver': '关闭；所有运行都保留',
  'runList.question': (space, words) =>
    zh`${taken(space, words)}。不会自动删除任何运行：已勾选最早的几次，删除它们即可腾出足够空间。`,
  'runList.presentAlone': (space, words) =>
    zh`${taken(space, words)}，而没有可以删除的运行：当前的运行会保留。`,
  'runList.tick': ({ run }, words) => zh`可以删除：${words.say(run)}`,
  'runList.deleteTicked': ({ count, bytes }, words) =>
    zh`删除勾选的 ${words.number(count)} 次运行（${diskSize(bytes, words)}）`,
  'runList.short': ({ learned, network, updates }, words) =>
    zh`${learned ? `${words.say(learned)}：` : ''}${network}，${words.number(updates)} 次更新`,
  'runList.training': ({ goal }, words) => zh`正在训练，到第 ${words.number(goal)} 次更新为止`,
  'runList.paused': ({ updates, goal, loss }, words) =>
    zh`暂停于第 ${words.number(updates)} 次更新，共 ${words.number(goal)} 次${withLoss(loss, words)}`,
  'runList.finished': ({ updates, loss }, words) =>
    zh`完成于第 ${words.number(updates)} 次更新${withLoss(loss, words)}`,
  'runList.diverged': ({ updates, loss }, words) =>
    zh`在第 ${words.number(updates)} 次更新之后发散${withLoss(loss, words)}`,
  'runList.changed': ({ preset, changes }, words) => {
    const changed = changes.map(({ label, value }) => {
      const set = typeof value === 'boolean' ? (value ? '开' : '关') : valueIn(value, words)
      return zh`${words.say(label)}为 ${set}`
    })
    return zh`${words.say(preset)}；已修改：${changed.join('；')}`
  },
  'runList.ago': ({ count, unit }, words) => (count === 0 ? '刚刚' : words.ago(count, unit)),
  'runList.kept': ({ time }, words) => words.moment(time),
  'runList.backPaused': ({ update }, words) =>
    zh`运行已恢复，暂停于第 ${words.number(update)} 次更新。按“继续”即可接着训练。`,
  'runList.backFinished': ({ update }, words) => zh`运行已恢复，完成于第 ${words.number(update)} 次更新。`,
  'runList.backDiverged': ({ update }, words) =>
    zh`运行已恢复。它在第 ${words.number(update)} 次更新之后发散，无法继续；按“重置”即可重新开始。`,
}

function taken({ bytes, budget }: { bytes: number; budget: number }, words: Words): string {
  const [takes, most] = [diskSize(bytes, words), diskSize(budget, words)]
  return takes === most ? zh`各次运行的占用略超过 ${most}` : zh`各次运行占用 ${takes}，上限为 ${most}`
}

function withLoss(loss: Text | null, words: Words): string {
  return loss === null ? '' : zh`，损失 ${words.say(loss)}`
}
