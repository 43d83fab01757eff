import type { Translated } from '../catalogue'
import { zh } from '../chinese'
import type { shortcuts as en } from '../en/shortcuts'

export const shortcuts: Translated<typeof en> = {
  'shortcuts.title': '键盘快捷键',
  'shortcuts.close': '关闭',
  'shortcuts.keysTogether': ({ held, pressed }) => zh`${held} 加 ${pressed}`,

  'shortcuts.run': '运行',
  'shortcuts.startOrPause': '开始、暂停或继续',
  'shortcuts.oneUpdate': '更新一次',
  'shortcuts.reset': '重置',
  'shortcuts.newSeed': '新种子',

  'shortcuts.file': '文件',
  'shortcuts.openProject': '打开项目',
  'shortcuts.saveProject': '保存项目',
  'shortcuts.saveProjectAs': '项目另存为',
  'shortcuts.openData': '打开数据',
  'shortcuts.loadWeights': '载入权重',
  'shortcuts.runs': '运行',
  'shortcuts.saveWeights': '保存权重',
  'shortcuts.export': '导出',

  'shortcuts.view': '视图',
  'shortcuts.toggleInput': '显示或隐藏输入',
  'shortcuts.toggleLogLoss': '打开或关闭损失的对数坐标',
  'shortcuts.followNewestUpdates': '跟随最新的更新',
  'shortcuts.showAllUpdates': '显示全部更新',
  'shortcuts.zoomWindow': '放大、缩小、实际大小',
  'shortcuts.fullScreen': '全屏',
  'shortcuts.thisList': '本列表',

  'shortcuts.predictionChart': '预测图表（获得焦点时）',
  'shortcuts.readTimeSteps': '逐个时间步读数',
  'shortcuts.goByWindows': '在窗口之间移动',
  'shortcuts.toEnds': '到最初处、到最新处',
  'shortcuts.markUpdate': '标记这次更新并固定时间步',
  'shortcuts.scroll': '平移',
  'shortcuts.zoom': '放大和缩小',
  'shortcuts.followNewest': '跟随最新',
  'shortcuts.showAll': '显示全部',

  'shortcuts.rail': '图表下的时间轨（获得焦点时）',
  'shortcuts.goByUpdates': '到前一次或后一次更新',
  'shortcuts.goByTenths': '移动运行的十分之一',
  'shortcuts.toFirstOrNow': '到最初的更新、到现在',

  'shortcuts.lossChart': '损失图表（获得焦点时）',
  'shortcuts.readUpdates': '逐次更新读数',
  'shortcuts.tenUpdates': '移动十次更新',
  'shortcuts.markAndShow': '标记这次更新并显示它的窗口',
}
