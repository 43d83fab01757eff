import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { reportCommand as en } from '../../en/sweep/report-command'

export const reportCommand: Translated<typeof en> = {
  'reportCommand.usage': ({ usage }) => zh`用法：${usage} 文件 [选项]`,
  'reportCommand.about': `说明 sweep 的表格中各次运行的结果：所改变的每个值一行，列出损失的中位数和十分之九的运行所在的范围，
然后是最好的一个，以及关于它能作出什么结论。少于十次运行时不作结论。`,
  'reportCommand.measureHelp': ({ names }) =>
    zh`按哪种损失比较各次运行：${names.join('、')}（默认 ${String(names[0])}）`,
  'reportCommand.belowHelp': '另外说明损失低于此数的运行占多少，及其 95% 区间',
  'reportCommand.figureHelp': `画出各次运行（.svg）：沿所改变的设置画出每次运行、中位数和范围；
改变两个设置时画出中位数，没有改变设置时从最好到最差画出各次运行`,
  'reportCommand.jsonHelp': '输出一行，是一个 JSON 对象',
  'reportCommand.oneFile': ({ found }) =>
    zh`report 需要一个 sweep 的表格，${found === 0 ? '却没有给出' : zh`却给出了 ${String(found)} 个`}；请指定一个以 .csv 结尾的表格。`,
  'reportCommand.theMeasure': '比较的量',
  'reportCommand.badBelow': ({ given }) =>
    zh`--below 必须是大于 0 的数，给出的却是“${given}”；请写出好的运行应低于的损失。`,
  'reportCommand.figureOfMany': ({ name, settings }, words) =>
    zh`图中最多显示两个变化的设置，但${words.quote(name)}中有 ${words.list(settings)}；请去掉 --figure，或去掉一列。`,
  'reportCommand.cell': ({ options }, words) => words.list(options),
  'reportCommand.runs': '运行',
  'reportCommand.median': '中位数',
  'reportCommand.band': '5% 至 95%',
  'reportCommand.run': '一次运行',
  'reportCommand.diverged': '已发散',
  'reportCommand.skipped': '略去',
  'reportCommand.failed': '未做成',
  'reportCommand.rank': '各次运行，从最好到最差',
  'reportCommand.below': ({ limit }, words) => zh`低于 ${words.number(limit)}`,
  'reportCommand.measure': ({ measure }) => LOSSES[measure],
  'reportCommand.measured': ({ measure }) => zh`各次运行的${LOSSES[measure]}：`,
  'reportCommand.best': ({ cell, median }, words) => zh`中位数最低的是 ${words.say(cell)}，为 ${median}。`,
  'reportCommand.aboutRuns': ({ runs, measure, median }, words) =>
    zh`${words.number(runs)} 次运行；${LOSSES[measure]}的中位数为 ${median}。`,
  'reportCommand.aboutCells': ({ cells, runs, measure, best, median }, words) =>
    zh`${words.number(cells)} 种设置的 ${words.number(runs)} 次运行；${LOSSES[measure]}的中位数最低的是 ${words.say(best)}，为 ${median}。`,
}

const LOSSES = {
  'last-loss': '最后一次更新的损失',
  'best-loss': '最低的损失',
  'validation-loss': '验证损失',
}
