import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import { diskSize } from '../../disk-size'
import { valueIn } from '../../en/run/run-list'
import { type experiments as en, inUnits, LEAST_SECONDS } from '../../en/runs/experiments'
import type { Text } from '../../text'
import type { Words } from '../../words'

type Value = Text | number | boolean

export const experiments: Translated<typeof en> = {
  'experiments.title': '实验',
  'experiments.new': '新实验',
  'experiments.close': '关闭新实验',
  'experiments.about':
    '在当前的运行之外一次训练许多运行，当前的运行照常继续：同一个网络用许多种子，可以看出有多少是运气；一项设置取不同的值，可以看出它的作用。',
  'experiments.base': ({ origin }, words) => zh`每次运行都采用当前运行的设置：${words.say(origin)}。`,
  'experiments.kind': '改变什么',
  'experiments.seeds': '种子',
  'experiments.sweep': '扫描',
  'experiments.seedsExplained': '同样的设置，许多组初始权重：结果中有多少是运气。',
  'experiments.sweepExplained': '一项或两项设置的各个值，每个值都用同样的种子。',
  'experiments.count': '种子数',
  'experiments.perCell': '每个值的种子数',
  'experiments.first': '第一个种子',
  'experiments.seedsNote': ({ first, last, present, isAmong }) =>
    zh`种子 ${String(first)} 至 ${String(last)}。当前的运行用种子 ${String(present)}，${isAmong ? '是其中之一' : '不在其中，因此可以与全是别的运行相比'}。`,
  'experiments.sweepSeedsNote': ({ first, last }) =>
    first === last
      ? zh`每个值都用种子 ${String(first)}。`
      : zh`每个值都用种子 ${String(first)} 至 ${String(last)}，因此可以逐个种子比较各个值。`,
  'experiments.setting': '设置',
  'experiments.otherSetting': '第二项设置',
  'experiments.noOther': '没有第二项设置',
  'experiments.least': '从',
  'experiments.most': '到',
  'experiments.valueCount': '值的个数',
  'experiments.values': ({ values }, words) =>
    zh`取值：${values.map((value) => saidValue(value, words)).join('、')}。`,
  'experiments.noSpread': ({ least, most }, words) =>
    zh`最后一个值必须大于第一个值 ${words.number(least)}，但给出的是 ${words.number(most)}；请选择更大的值。`,
  'experiments.fewTicked': '至少要有两个值；请再勾选一个。',
  'experiments.limits': ({ seeds, values, runs }, words) =>
    zh`最多 ${words.number(seeds)} 个种子，一项设置最多 ${words.number(values)} 个值，最多 ${words.number(runs)} 次运行。`,
  'experiments.runs': ({ runs }, words) => zh`${words.number(runs)} 次运行。`,
  'experiments.measuring': ({ runs }, words) =>
    zh`${words.number(runs)} 次运行；正在训练其中一次，以测量全部需要多久。`,
  'experiments.estimated': ({ runs, seconds, workers, bytes, secondsPerRun }, words) =>
    zh`${words.number(runs)} 次运行，同时进行 ${words.number(workers)} 次：需要${about(seconds, words)}，占用磁盘 ${diskSize(bytes, words)}。根据一次运行测得，它用了 ${duration(secondsPerRun, words)}。`,
  'experiments.notEstimated': ({ runs, why }, words) =>
    zh`${words.number(runs)} 次运行。不知道需要多久：${words.finding(why)}。`,
  'experiments.trainSeeds': ({ count }, words) => zh`训练 ${words.number(count)} 个种子`,
  'experiments.trainRuns': ({ count }, words) => zh`训练 ${words.number(count)} 次运行`,

  'experiments.seedsTitle': ({ first, count }, words) =>
    zh`${words.number(count)} 个种子，${String(first)} 至 ${String(first + count - 1)}`,
  'experiments.sweepTitle': ({ varied, count }, words) =>
    zh`${words.list(varied.map(({ label, values }) => zh`${words.say(label)}（${words.number(values)} 个值）`))}，各 ${words.number(count)} 个种子`,
  'experiments.begun': ({ origin, when }, words) => zh`${words.say(origin)}；${words.say(when)}开始`,
  'experiments.running': ({ made, runs, left }, words) =>
    zh`已完成 ${words.number(made)} 次，共 ${words.number(runs)} 次运行${left === null ? '' : zh`，还需${about(left, words)}`}`,
  'experiments.stopped': ({ made, runs }, words) =>
    zh`已停止：已完成 ${words.number(made)} 次，共 ${words.number(runs)} 次运行`,
  'experiments.finished': ({ runs, bytes }, words) =>
    zh`已完成：${words.number(runs)} 次运行，${diskSize(bytes, words)}`,
  'experiments.failed': ({ failed }, words) =>
    zh`有 ${words.number(failed)} 次运行未能完成；按“继续”可再试一次。`,
  'experiments.progress': ({ experiment }, words) => zh`进度：${words.say(experiment)}`,
  'experiments.show': ({ experiment }, words) => zh`显示：${words.say(experiment)}`,
  'experiments.stop': '停止',
  'experiments.stopThis': ({ experiment }, words) => zh`停止：${words.say(experiment)}`,
  'experiments.resume': '继续',
  'experiments.resumeThis': ({ experiment }, words) => zh`继续：${words.say(experiment)}`,
  'experiments.deleteThis': ({ experiment }, words) => zh`删除：${words.say(experiment)}`,
  'experiments.deleted': ({ experiments }, words) =>
    experiments.length === 1
      ? zh`已删除：${words.list(experiments)}。`
      : zh`已删除 ${words.number(experiments.length)} 个实验。`,
  'experiments.opened': ({ seed, update }, words) =>
    zh`实验中的种子 ${String(seed)}，在第 ${words.number(update)} 次更新之后的样子。之前的运行已保留。`,

  'experiments.value': ({ label, value }, words) => zh`${words.say(label)} ${saidValue(value, words)}`,
  'experiments.valueAlone': ({ value }, words) => saidValue(value, words),
  'experiments.both': ({ values }, words) => words.list(values),
  'experiments.endGoal': '达到目标',
  'experiments.endPatience': '耐心用尽',
  'experiments.endDiverged': '已发散',
  'experiments.endSkipped': '未训练，因为最先的几次都已发散',
  'experiments.endFailed': '未能完成',
}

function about(seconds: number, words: Words): string {
  return seconds < LEAST_SECONDS ? duration(seconds, words) : zh`大约 ${duration(seconds, words)}`
}

function duration(seconds: number, words: Words): string {
  if (seconds < LEAST_SECONDS) return '不到 1 秒'
  const [count, unit] = inUnits(seconds)
  return `${words.number(count)} ${{ second: '秒', minute: '分钟', hour: '小时' }[unit]}`
}

function saidValue(value: Value, words: Words): string {
  return typeof value === 'boolean' ? (value ? '开' : '关') : valueIn(value, words)
}
