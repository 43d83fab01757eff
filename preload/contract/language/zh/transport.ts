import type { Translated } from '../catalogue'
import { zh } from '../chinese'
import type { transport as en } from '../en/transport'

export const transport: Translated<typeof en> = {
  'transport.training': '训练',
  'transport.settings': '设置',
  'transport.reset': '重置',
  'transport.resetAgain': '回到同样的初始权重',
  'transport.resetApplies': '用等待生效的设置新建一次运行',
  'transport.newSeed': '新种子',
  'transport.newSeedExplained': '随机抽取一个种子，新建网络',
  'transport.oneUpdate': '更新一次',
  'transport.oneUpdateExplained': '做一次更新，然后暂停',

  'transport.pace': '速度',
  'transport.updatesPerSecond': '每秒更新次数',
  'transport.asFastAsPossible': '尽可能快',
  'transport.perSecond': ({ updates }) => zh`${`${updates}`} 次/秒`,
  'transport.lessonsPace': ({ updates }) => zh`${`${updates}`} 次/秒（课程的速度）`,
  'transport.updatesDone': '已完成的更新',

  'transport.file': '文件',
  'transport.openData': '打开数据…',
  'transport.openDataExplained': '打开或粘贴一张表格，或画一条曲线，然后学习它',
  'transport.load': '载入…',
  'transport.loadExplained': '从文件载入权重；也可以把文件拖放到窗口上',
  'transport.save': '保存…',
  'transport.saveExplained': '把权重保存到文件',
  'transport.export': '导出…',
  'transport.exportExplained': '导出权重供其他框架使用，或把各次更新导出为表格',
}
