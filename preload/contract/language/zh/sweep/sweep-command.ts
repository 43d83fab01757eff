import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { sweepCommand as en } from '../../en/sweep/sweep-command'

export const sweepCommand: Translated<typeof en> = {
  'sweepCommand.usage': ({ usage }) => zh`用法：${usage} [选项]`,
  'sweepCommand.about': `同时做多次运行：一个设置的每个值，或两个设置的每一对值，各用若干种子。
每次运行都与 train 按相同设置所做的完全相同，每一位都一致。每次运行结束时输出一行。`,
  'sweepCommand.varyHelp': `改变这个设置：NAME=a,b,c 或 NAME=FROM..TO:COUNT；给出两次则做每一对值。
NAME 是 train 的选项：learning-rate=0.001..0.1:7 按等比取值，其他数按等差取值，
单元 cell=gru,lstm 和开关 carry=true,false 按名字取值`,
  'sweepCommand.seedsHelp': ({ most, usual }) =>
    zh`各做多少次运行，种子连续（1 到 ${String(most)}；默认 ${String(usual)}）`,
  'sweepCommand.firstSeedHelp': '其中的第一个种子（默认为设置中的种子）',
  'sweepCommand.jobsHelp': '同时做多少次运行（默认为处理器核数减一）',
  'sweepCommand.saveHelp':
    '把各次运行写成表格（.csv），每次结束时写一行（见 docs/sweeps.md）；已有同一扫描的表格则接着做',
  'sweepCommand.forceHelp': '无论已有什么，都重新开始这个表格',
  'sweepCommand.jsonHelp': '每次运行输出一行，是一个 JSON 对象',
  'sweepCommand.settingsHelp':
    '所有运行的设置，与 train 相同：--series、--data、--setup、--hidden 等；见 train --help',
  'sweepCommand.ctrlC': 'Ctrl-C 提前结束：已做完的运行都在表格中，用同样的命令可以接着做。',
  'sweepCommand.onlyOptions': ({ word }) =>
    zh`sweep 只接受选项，给出的却是“${word}”；请去掉它，或在它前面写上选项。`,
  'sweepCommand.theVaried': '--vary 的设置',
  'sweepCommand.varyForm': ({ given }) =>
    zh`--vary 必须写成 NAME=a,b,c 或 NAME=FROM..TO:COUNT，给出的却是“${given}”；请这样写，例如 --vary hidden=8,16,32。`,
  'sweepCommand.rangeOfNumbers': ({ option, given }) =>
    zh`只有数才有范围，给出的却是“${given}”，而 ${option} 不是数；请写出它的各个值，用逗号隔开。`,
  'sweepCommand.rangeCount': ({ most, given }) =>
    zh`--vary 的范围必须说明取多少个值（2 到 ${String(most)}），给出的却是“${given}”；请写成 FROM..TO:COUNT。`,
  'sweepCommand.doesNothing': ({ option }) =>
    zh`--${option} 在这些设置下不起作用，却要改变它；请改变别的设置。`,
  'sweepCommand.oneSeed':
    '扫描有许多种子，但 --seed 只给出一个；请用 --first-seed 给出第一个种子，用 --seeds 给出种子的个数。',
  'sweepCommand.fixedAndVaried': ({ option }) =>
    zh`--vary 给出了 ${option} 的各个值，但又给出了 --${option}；请去掉其中一个。`,
  'sweepCommand.wholeNumber': ({ option, min, max, given }, words) =>
    zh`${option} 必须是 ${words.number(min)} 到 ${words.number(max)} 的整数，给出的却是“${given}”；请选择其中一个。`,
  'sweepCommand.saveName': ({ given }) =>
    zh`表格的文件名必须以 .csv 结尾，给出的却是“${given}”；表格以 CSV 格式写出。`,
  'sweepCommand.notGoneOn': ({ why }, words) =>
    zh`${words.finding(why)}；请加 --force 重新开始，或换个名字。`,
  'sweepCommand.otherPlan': ({ name, line }, words) =>
    zh`要接着做，${words.quote(name)}中必须是这个扫描的运行，但第 ${words.number(line)} 行不是其中任何一次。`,
  'sweepCommand.changed': ({ name }, words) =>
    zh`${words.quote(name)}只能由这个扫描写入，但另一个程序改动了它；请结束那个程序，再用同样的命令接着做。`,
  'sweepCommand.seed': '种子',
  'sweepCommand.end': '结局',
  'sweepCommand.ended': ({ end }) => ENDS[end],
  'sweepCommand.updates': '更新',
  'sweepCommand.skill': '技巧评分',
  'sweepCommand.seconds': '秒',
  'sweepCommand.estimate': ({ runs, jobs, seconds }) =>
    zh`还有 ${String(runs)} 次运行，同时做 ${String(jobs)} 次：按第一次所用的时间，大约需要 ${lasting(seconds)}。`,
  'sweepCommand.progress': ({ made, runs, seconds }, words) =>
    zh`${words.number(made)} / ${words.number(runs)} 次运行${seconds === null ? '' : zh`，大约还要 ${lasting(seconds)}`}`,
  'sweepCommand.saved': ({ name, runs, kept, all }, words) =>
    zh`${words.quote(name)}中有 ${words.number(all)} 次运行中的 ${words.number(runs)} 次${kept === 0 ? '' : zh`，其中 ${words.number(kept)} 次原来就有`}。`,
  'sweepCommand.noProcess':
    '负责运行的进程没有准备好就结束了，因此无法做任何运行；用 train 按相同设置训练，可以看到原因。',
  'sweepCommand.someFailed': ({ runs }) =>
    zh`有 ${String(runs)} 次运行未能做成，因为进程每次都中途结束；用同样的命令可以再试。`,
}

const ENDS = {
  goal: '达到目标',
  patience: '耐心用尽',
  diverged: '已发散',
  skipped: '略去',
  failed: '未做成',
}

function lasting(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} 秒`
  if (seconds < 5400) return `${Math.round(seconds / 60)} 分钟`
  return `${Math.round(seconds / 3600)} 小时`
}
