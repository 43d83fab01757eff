import type { Translated } from '../../catalogue'
import type { runsTab as en } from '../../en/runs/runs-tab'

export const runsTab: Translated<typeof en> = {
  'runsTab.tab': '运行',
  'runsTab.views': '如何比较各次运行',
  'runsTab.viewTable': '表格',
  'runsTab.viewExperiments': '实验',
  'runsTab.tableTitle': '保留的运行',
  'runsTab.noRuns': '还没有保留任何运行：当前的运行在一次更新之后停下时就会保留。',
  'runsTab.columnName': '名称',
  'runsTab.columnNetwork': '网络',
  'runsTab.columnUpdates': '更新次数',
  'runsTab.columnLoss': '最后的损失',
  'runsTab.columnKept': '保留于',
}
