import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { runsTable as en } from '../../en/sweep/runs-table'

export const runsTable: Translated<typeof en> = {
  'runsTable.content': '扫描的各次运行',
  'runsTable.choose': 'sweep 保存的表格：.csv',
  'runsTable.noHeader': ({ name, columns, found }, words) =>
    zh`${words.quote(name)}的第一行必须是扫描的列名 ${words.list(columns)}，但它是${words.quote(found)}；请给出 sweep 保存的表格。`,
  'runsTable.badLine': ({ name, line, expected, found }, words) =>
    zh`${words.quote(name)}的第 ${words.number(line)} 行必须有${words.say(expected)}，但其中是${words.quote(found)}；请改正它，或让 sweep 重新做这个表格。`,
  'runsTable.cells': ({ count }, words) => zh`与第一行一样多的单元格，即 ${words.number(count)} 个`,
  'runsTable.setup': 'setup 列中完整的设置代码',
  'runsTable.asCoded': ({ value, column }) => zh` ${column} 列中的 ${value}（见其设置代码）`,
  'runsTable.end': ({ ends }, words) => zh` end 列中的 ${words.list(ends, 'or')}`,
  'runsTable.number': ({ column, kind, needed }) =>
    zh` ${column} 列中的${NUMBERS[kind]}${needed ? '' : '，或者留空'}`,
  'runsTable.twice': ({ name, line, twin }, words) =>
    zh`每次运行在${words.quote(name)}中只能出现一次，但第 ${words.number(line)} 行与第 ${words.number(twin)} 行是同一次运行；请去掉其中一行。`,
  'runsTable.empty': ({ name }, words) =>
    zh`${words.quote(name)}中至少要有一次运行，但一次也没有；请先用 sweep 做一些。`,
  'runsTable.otherSettings': ({ name, line, first, what }, words) =>
    zh`${words.quote(name)}中的所有运行，除了开头几列的设置和种子之外，设置必须相同，但第 ${words.number(first)} 行和第 ${words.number(line)} 行的${words.say(what)}不同；请给出一个扫描的表格。`,
  'runsTable.theOption': ({ option }) => zh` --${option} `,
  'runsTable.theSource': '序列',
  'runsTable.noLoss': ({ name, line, measure }, words) =>
    zh`${words.quote(name)}中的每次运行都必须有${LOSSES[measure]}，但第 ${words.number(line)} 行没有；请选择别的量。`,
}

const NUMBERS = {
  count: '不小于 0 的整数',
  loss: '不小于 0 的 float32 数',
  skill: ' float32 数',
  seconds: '不小于 0 的数',
}

const LOSSES = {
  'last-loss': '最后一次更新的损失',
  'best-loss': '最低的损失',
  'validation-loss': '验证损失',
}
