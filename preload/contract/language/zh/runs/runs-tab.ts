import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import { type runsTab as en, signed } from '../../en/runs/runs-tab'
import type { Words } from '../../words'

export const runsTab: Translated<typeof en> = {
  'runsTab.tab': '运行',
  'runsTab.views': '如何比较各次运行',
  'runsTab.viewTable': '表格',
  'runsTab.viewExperiments': '实验',
  'runsTab.tableTitle': '保留的运行',
  'runsTab.noRuns': '还没有保留任何运行：当前的运行在一次更新之后停下时就会保留。',
  'runsTab.noneFound': '没有符合筛选条件的运行。',
  'runsTab.filter': '按词语筛选',
  'runsTab.filterColumn': '按设置筛选',
  'runsTab.anyValue': '任何设置',
  'runsTab.filterValue': ({ column }, words) => zh`${words.say(column)}的值`,
  'runsTab.grouped': '按种子以外的设置分组',
  'runsTab.groupedExplained': '设置相同而种子不同的运行排在一起，显示其损失的中位数，括号中为最小值和最大值',
  'runsTab.count': ({ shown, all }, words) =>
    shown === all
      ? zh`${words.number(all)} 次运行`
      : zh`${words.number(all)} 次运行中的 ${words.number(shown)} 次`,
  'runsTab.columns': '列',
  'runsTab.copy': '复制表格',
  'runsTab.copyCsv': '复制为 CSV',
  'runsTab.copyMarkdown': '复制为 Markdown',
  'runsTab.copyLatex': '复制为 LaTeX',
  'runsTab.copied': ({ count }, words) => zh`已复制表格，共 ${words.number(count)} 行：可粘贴到任何地方。`,
  'runsTab.notATable': '应为表格的文本，最多 400 万个字符。',
  'runsTab.columnName': '名称',
  'runsTab.columnNetwork': '网络',
  'runsTab.columnUpdates': '已做的更新',
  'runsTab.columnLoss': '最后的损失',
  'runsTab.lossExplained': '最后一次更新的损失；发散的运行为 ∞',
  'runsTab.columnCompare': '比较',
  'runsTab.overlay': ({ run }, words) => zh`在损失图表中显示${words.say(run)}的损失`,
  'runsTab.overlayFull': ({ most }, words) => zh`损失图表中已有 ${words.number(most)} 次运行：请先去掉一次`,
  'runsTab.overlays': '其他运行',
  'runsTab.namedApart': ({ run, by }, words) =>
    zh`${words.say(run)}（${by.map((each) => words.say(each)).join('，')}）`,
  'runsTab.overlayAt': ({ run, loss, ended, update, by }, words) => {
    const at = ended === null ? words.say(loss) : zh`止于第 ${words.number(ended)} 次更新`
    return zh`${words.say(run)}，第 ${words.number(update)} 次更新：${at}${by ? zh`（Δ ${words.say(by)}）` : ''}`
  },
  'runsTab.windows': '其他运行的窗口',
  'runsTab.windowAt': ({ run, update }, words) => zh`${words.say(run)}，第 ${words.number(update)} 次更新`,
  'runsTab.difference': ({ by }, words) => signed(by, words),
  'runsTab.pin': ({ run }, words) => zh`把其他运行与${words.say(run)}比较`,
  'runsTab.columnDifference': '损失之差',
  'runsTab.differenceExplained': ({ run }, words) =>
    zh`最后的损失减去${words.say(run)}的最后的损失：小于 0 为更好`,
  'runsTab.columnBestLoss': '最小损失',
  'runsTab.bestLossExplained': '所有更新中最小的损失',
  'runsTab.columnValidation': '验证损失',
  'runsTab.validationExplained': '最近一次评估的验证损失；发散的运行为 ∞',
  'runsTab.columnSkill': '技巧评分',
  'runsTab.skillExplained':
    '1 − 损失 / 最佳参照规则的损失：取最近的验证损失；没有验证部分时取最近 20 次更新的平均损失',
  'runsTab.columnSeconds': '训练用时',
  'runsTab.secondsExplained': '应用按所选速度训练它的时间；逐次要求的更新不计入',
  'runsTab.seconds': ({ seconds }, words) => duration(seconds, words),
  'runsTab.columnKept': '保留于',
  'runsTab.columnNote': '备注',
  'runsTab.noteExplained': '运行备注的第一行；在“文件”菜单的“项目备注…”中书写',
  'runsTab.columnBytes': '占用磁盘',
  'runsTab.groupName': ({ run, count }, words) => zh`${words.say(run)} · ${words.number(count)} 次运行`,
  'runsTab.figure': ({ figure }) => figure,
  'runsTab.groupLoss': ({ median, least, most, count, all }, words) => {
    const range = zh`${words.say(median)}（${words.say(least)} 到 ${words.say(most)}）`
    return count === all ? range : zh`${range}，n = ${words.number(count)}`
  },
}

function duration(seconds: number, words: Words): string {
  if (seconds < 9.95) return zh`${words.decimals(seconds, 1)} 秒`
  const whole = Math.round(seconds)
  if (whole < 60) return zh`${words.number(whole)} 秒`
  if (whole < 3600) return zh`${words.number(Math.floor(whole / 60))} 分 ${words.number(whole % 60)} 秒`
  const minutes = Math.floor(whole / 60)
  return zh`${words.number(Math.floor(minutes / 60))} 小时 ${words.number(minutes % 60)} 分`
}
