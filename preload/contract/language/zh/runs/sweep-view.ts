import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import { short } from '../../en/run/figures'
import { percent } from '../../en/runs/seeds-view'
import type { sweepView as en } from '../../en/runs/sweep-view'
import type { Words } from '../../words'

export const sweepView: Translated<typeof en> = {
  'sweepView.title': ({ settings }, words) => zh`损失随${words.list(settings)}的变化`,
  'sweepView.best': ({ name, median, n }, words) =>
    zh`目前中位数最低：${words.say(name)}，${short(median, words)}，n = ${words.number(n)}。`,
  'sweepView.noBest': '还没有任何值有中位数。',
  'sweepView.diverged': ({ diverged, n }, words) =>
    zh`${words.number(n)} 次运行中有 ${words.number(diverged)} 次已发散，算作差于任何损失。`,
  'sweepView.skipped': ({ skipped, after }, words) =>
    zh`有 ${words.number(skipped)} 次运行未训练，因为取相同值的前 ${words.number(after)} 次都已发散。`,
  'sweepView.linePicture': ({ settings }, words) =>
    zh`损失随${words.list(settings)}的变化：每次运行一个点、中位数，以及 5% 至 95% 的运行的范围`,
  'sweepView.heatPicture': ({ settings }, words) =>
    zh`以颜色表示损失的中位数随${words.list(settings)}的变化，有多少运行发散就有多大部分画上斜线`,
  'sweepView.band': '5% 至 95% 的运行',
  'sweepView.median': '中位数',
  'sweepView.run': '每次运行',
  'sweepView.brokeMark': '已发散',
  'sweepView.hint': '指向一个值，或用方向键移到下一个值，以查看它的运行。',
  'sweepView.reading': ({ name, n, diverged, low, median, high }, words) =>
    n === 0
      ? zh`采用${words.say(name)}：还没有完成任何运行。`
      : zh`采用${words.say(name)}：中位数 ${orDiverged(median, words)}，90% 在 ${orDiverged(low, words)} 与 ${orDiverged(high, words)} 之间，n = ${words.number(n)}${diverged === 0 ? '' : zh`，其中 ${words.number(diverged)} 次已发散（${percent(diverged / n, words)}）`}。`,
  'sweepView.scale': '损失的中位数，对数',
  'sweepView.lineHelp':
    '已发散的运行是上边缘的一个叉。中位数把它算作差于任何损失；有一半的运行发散时，就没有中位数。',
  'sweepView.heatHelp':
    '一格之中有多少运行发散，就有多大部分画上斜线，旁边写着其中的次数。有一半发散时，这一格没有颜色。',
  'sweepView.ofRuns': ({ diverged, n }, words) => zh`${words.number(diverged)}/${words.number(n)}×`,
  'sweepView.runsTitle': ({ name }, words) => zh`采用${words.say(name)}的运行`,
  'sweepView.listOf': ({ name }, words) => zh`采用${words.say(name)}的运行的表格`,
  'sweepView.openNote':
    '打开一次运行会重新训练它，逐位相同，并显示最后一次更新之后的样子。当前的运行会保留。',
  'sweepView.open': '打开',
  'sweepView.openThis': ({ seed }) => zh`打开种子 ${String(seed)}`,
  'sweepView.compareTitle': '比较两者',
  'sweepView.first': '第一个',
  'sweepView.second': '第二个',
  'sweepView.compareHelp': '没有因比较的对数多而作校正：比较得多，就会碰巧发现差异。',
  'sweepView.runs': 'n',
  'sweepView.value': '采用',
}

function orDiverged(loss: number, words: Words): string {
  return Number.isFinite(loss) ? short(loss, words) : '已发散'
}
