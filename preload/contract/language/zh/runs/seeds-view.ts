import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import { short } from '../../en/run/figures'
import { type seedsView as en, percent } from '../../en/runs/seeds-view'
import type { Words } from '../../words'

export const seedsView: Translated<typeof en> = {
  'seedsView.lossTitle': '所有种子的损失',
  'seedsView.picture': ({ n }, words) =>
    zh`${words.number(n)} 次运行的损失随更新的变化：每次一条线、中位数，以及其中 5% 至 95% 之间的范围`,
  'seedsView.noneYet': '还没有完成任何运行。',
  'seedsView.summary': ({ n, update, low, median, high }, words) =>
    zh`n = ${words.number(n)}。第 ${words.number(update)} 次更新时，损失的中位数为 ${orDiverged(median, words)}；90% 的运行在 ${orDiverged(low, words)} 与 ${orDiverged(high, words)} 之间。`,
  'seedsView.diverged': ({ diverged, n }, words) =>
    zh`${words.number(n)} 次运行中有 ${words.number(diverged)} 次已发散，算作差于任何损失。`,
  'seedsView.failed': ({ failed }, words) =>
    zh`有 ${words.number(failed)} 次运行未能完成：对其结果一无所知。`,
  'seedsView.present': ({ seed, update, loss, lower, n }, words) =>
    zh`当前的运行（种子 ${String(seed)}）在第 ${words.number(update)} 次更新时损失为 ${short(loss, words)}：低于 ${words.number(n)} 个种子中的 ${words.number(Math.round(100 * lower))}%。`,
  'seedsView.presentOther': '当前的运行采用其他设置，因此不作比较。',
  'seedsView.presentNone': '当前的运行还没有做过更新，因此不作比较。',
  'seedsView.band': '5% 至 95% 的运行',
  'seedsView.median': '中位数',
  'seedsView.hair': '每次运行',
  'seedsView.broke': '在此发散',
  'seedsView.presentRun': '当前的运行',
  'seedsView.hint': '指向一条线；或按 ← 和 → 沿线移动，按 ↑ 和 ↓ 到下一条线。',
  'seedsView.reading': ({ seed, update, loss }, words) =>
    zh`种子 ${String(seed)}：第 ${words.number(update)} 次更新时损失为 ${orDiverged(loss, words)}。`,
  'seedsView.openNote':
    '单击或按 Enter 打开那次运行在那次更新之后的样子；它会重新训练，逐位相同。当前的运行会保留。',
  'seedsView.open': ({ seed, update }, words) =>
    zh`打开种子 ${String(seed)} 在第 ${words.number(update)} 次更新之后的样子`,
  'seedsView.help': ({ thinned }) =>
    zh`范围和中位数由所有已完成的运行逐次更新得出。有运行因耐心用尽而结束时，它们到最短的一次为止。${thinned ? '更新很多时，线条经过每一小段中最小和最大的损失。' : ''}`,
  'seedsView.update': '更新',
  'seedsView.loss': '损失',
  'seedsView.low': '5%',
  'seedsView.high': '95%',
  'seedsView.divergedRuns': '已发散',

  'seedsView.resultsTitle': '各次运行的结果',
  'seedsView.resultsPicture': ({ n }, words) =>
    zh`${words.number(n)} 次运行的结果：每次一个点，以及达到该结果的有多少次`,
  'seedsView.measure': '衡量标准',
  'seedsView.lastLoss': '最后一次更新的损失',
  'seedsView.validationLoss': '最后的权重的验证损失',
  'seedsView.below': '低于此值即为收敛：',
  'seedsView.badBelow': ({ given }, words) => zh`应为大于 0 的数，但给出的是${words.quote(given)}。`,
  'seedsView.converged': ({ count, n, below, share, low, high }, words) =>
    zh`${words.number(n)} 次运行中有 ${words.number(count)} 次低于 ${short(below, words)}：${percent(share, words)}，95% 区间 ${percent(low, words)} 至 ${percent(high, words)}（Wilson）。`,
  'seedsView.resultsHelp':
    '每个点是一次运行：横向是它的结果，纵向是结果不高于它的运行所占的份额。有运行发散时，这些点到不了 1。单击即可选择低于多少算作收敛。',
  'seedsView.shareOfRuns': '运行的份额',
  'seedsView.seed': '种子',
  'seedsView.updates': '更新次数',
  'seedsView.leastLoss': '最小损失',
  'seedsView.ended': '结束方式',
  'seedsView.seconds': '秒',
}

function orDiverged(loss: number, words: Words): string {
  return Number.isFinite(loss) ? short(loss, words) : '已发散'
}
