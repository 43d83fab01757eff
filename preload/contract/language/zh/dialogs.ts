import type { Translated } from '../catalogue'
import { zh } from '../chinese'
import type { dialogs as en } from '../en/dialogs'

export const dialogs: Translated<typeof en> = {
  'dialogs.loadWeights': '载入权重',
  'dialogs.saveWeights': '保存权重',
  'dialogs.export': ({ format }, words) => zh`导出：${words.say(format)}`,
  'dialogs.allFiles': '所有文件',
  'dialogs.openData': '打开数据',
  'dialogs.openProject': '打开项目',
  'dialogs.saveProject': '保存项目',
  'dialogs.projects': 'Unroll 项目',
  'dialogs.allTables': '所有表格',
  'dialogs.allWeightFiles': '所有权重文件',
  'dialogs.filesOf': ({ format, ending }, words) => zh`${words.say(format)} (*${ending})`,
  'dialogs.replaceOne': ({ name }) => zh`${name} 已存在。要替换吗？`,
  'dialogs.replaceSeveral': ({ names }, words) => zh`${words.list(names)} 已存在。要替换吗？`,
  'dialogs.replace': '替换',
  'dialogs.cancel': '取消',

  'dialogs.trainAnyway': '仍要训练',

  'dialogs.pageCrashed': 'Unroll 的页面在一分钟内多次崩溃。',
  'dialogs.runIsKept': '运行已保留。原因见“帮助 > 打开日志文件夹”。',
  'dialogs.loadAgain': '重新载入',
  'dialogs.quit': '退出',

  'dialogs.about': '关于',
  'dialogs.noTensorFlow': 'TensorFlow 尚未载入',
}
