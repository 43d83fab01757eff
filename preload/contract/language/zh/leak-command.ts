import type { Translated } from '../catalogue'
import { zh } from '../chinese'
import type { leakCommand as en } from '../en/leak-command'

export const leakCommand: Translated<typeof en> = {
  'leakCommand.usage': ({ usage }) => zh`用法：${usage} [选项]`,
  'leakCommand.about': `把某一行之后的全部内容换成噪声，再重新计算它之前的一切：缩放、窗口、季节、参照规则和网络的预测。
凡是变了的，就是看到了未来，会指出是哪一处。`,
  'leakCommand.seriesHelp': '检查这个序列；可以多次给出（默认全部）',
  'leakCommand.onlyOptions': ({ word }) =>
    zh`leak 只接受选项，但给出的是“${word}”；请去掉它，或在前面写上它的选项。`,
  'leakCommand.settingsHelp': '表格的列和设置，与 train 相同：--split、--horizon、--window 等',
  'leakCommand.onlyOfData': ({ option }) =>
    zh`${option} 只用于表格，而内置的序列按自己的设置检查；请用 --data 指定表格，或去掉 ${option}。`,
  'leakCommand.line': ({ name, sentence }, words) => zh`${name}：${words.say(sentence)}`,
}
