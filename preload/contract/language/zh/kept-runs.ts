import type { Translated } from '../catalogue'
import { zh } from '../chinese'
import type { keptRuns as en } from '../en/kept-runs'

export const keptRuns: Translated<typeof en> = {
  'keptRuns.backPaused': ({ network, updates, goal }, words) =>
    zh`${network} 的运行已恢复，暂停在第 ${words.number(updates)} 次更新（共 ${words.number(goal)} 次）。按“继续”接着训练，或按“新种子”开始新的运行。`,
  'keptRuns.backFinished': ({ network, updates }, words) =>
    zh`${network} 的运行已恢复，已在第 ${words.number(updates)} 次更新完成。`,
  'keptRuns.backDiverged': ({ network, updates }, words) =>
    zh`${network} 的运行已恢复。它在第 ${words.number(updates)} 次更新之后发散，无法继续；按“重置”即可重新开始。`,

  'keptRuns.unsafe': ({ why }, words) =>
    zh`Unroll 无法妥善保存这次运行：${words.say(why)}。训练继续，但若崩溃，未写入的部分会丢失。`,
  'keptRuns.unforeseen': ({ error }) => zh`出了不该出的错（${error}）`,

  'keptRuns.gone': '这次运行已不存在；请选择别的运行。',
  'keptRuns.cannotOpen': ({ why }, words) => zh`这次运行无法打开。${words.say(why)}它的文件已另行保留。`,
  'keptRuns.damaged': '它在磁盘上的文件已损坏。',

  'keptRuns.unreadable': ({ why, next }, words) =>
    zh`有一次运行无法打开：${words.say(why)}。${words.say(next)}`,
  'keptRuns.unreadableAt': ({ updates, why, next }, words) =>
    zh`停在第 ${words.number(updates)} 次更新的运行无法打开：${words.say(why)}。${words.say(next)}`,
  'keptRuns.setAside': ({ aside }) => zh`它已改名为 ${aside} 并保留。`,
  'keptRuns.stays': '它留在原处。',
  'keptRuns.descriptionDamaged': '它的说明已损坏',
  'keptRuns.twice': '它有两份',
  'keptRuns.notFile': '它的文件是文件夹、链接或设备',
  'keptRuns.fileMissing': '它的文件不存在',
  'keptRuns.otherSize': ({ found, expected }, words) =>
    zh`它的文件有 ${words.number(found)} 字节，而不是 ${words.number(expected)} 字节`,
  'keptRuns.notListed': ({ why }, words) =>
    zh`无法列出各次运行：${words.say(why)}。没有它们，Unroll 也会继续工作。`,
}
