import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { exports as en } from '../../en/files/exports'
import type { Words } from '../../words'

export const exports: Translated<typeof en> = {
  'exports.title': '导出',
  'exports.exported': '已导出',
  'exports.export': '导出…',
  'exports.exporting': '正在导出……',
  'exports.cancel': '取消',
  'exports.done': '完成',
  'exports.showInFolder': '在文件夹中显示',
  'exports.files': '文件',
  'exports.format': '格式',
  'exports.notIncluded': '不包含：',
  'exports.namesOf': '名称和布局采用',
  'exports.script': '同时写一个载入它的 Python 脚本',
  'exports.trainerGone': '训练进程已停止：请关闭这个对话框，先恢复它。',
  'exports.trainerStarting': '训练进程还在载入 TensorFlow；请稍候。',
  'exports.noUpdate': '还没有更新可以写入：请先按“开始”或“更新一次”。',
  'exports.weightsNow': ({ updates }, words) =>
    zh`按写入那一刻的权重写出（现在是第 ${words.number(updates)} 次更新）。`,
  'exports.weightsAfter': ({ updates }, words) => zh`${words.number(updates)} 次更新之后的权重。`,
  'exports.tableEmpty': '还没有更新。',
  'exports.tableWhole': (table, words) => zh`${held(table, words)}：至今的整个运行。`,
  'exports.tableFrom': ({ missing, ...table }, words) =>
    zh`${held(table, words)}。这次运行在此之前的 ${words.number(missing)} 次更新不能导出：这个页面是在那之后打开的。`,
  'exports.updatesNotRead': ({ first, last }, words) =>
    zh`无法从这次运行的记录中读取第 ${words.number(first)} 至 ${words.number(last)} 次更新。`,
  'exports.same': '已读回并比较：每个数都相同。',
  'exports.notFinite': '已读回，但预测不是有限数，无法比较。',
  'exports.difference': ({ difference }) => zh`已读回并试用：预测的最大差值是 ${difference}。`,
  'exports.biasesAdded': '差值不是 0，因为单元的两个偏置在写入之前已加成一个，提前相加，舍入的结果就不同。',
  'exports.otherOrder': '差值不是 0，因为这种格式的数按另一种次序相加，舍入的结果不同。',
  'exports.contentOfTable': ({ updates }, words) => zh`${words.number(updates)} 次更新，每个时间步占一行。`,
  'exports.contentOfWeights': ({ parameters, updates }, words) =>
    zh`${words.number(parameters)} 个参数，${words.number(updates)} 次更新之后。`,
}

function held({ first, last, steps }: { first: number; last: number; steps: number }, words: Words): string {
  return zh`第 ${words.number(first)} 到第 ${words.number(last)} 次更新，${words.number(steps)} 个时间步`
}
