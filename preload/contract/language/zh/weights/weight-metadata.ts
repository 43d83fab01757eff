import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { weightMetadata as en } from '../../en/weights/weight-metadata'

export const weightMetadata: Translated<typeof en> = {
  'weightMetadata.notTexts': ({ name }, words) =>
    zh`${words.quote(name)}应为各值都是文本的 JSON 对象，但实际不是`,
  'weightMetadata.otherFormat': ({ file, name, known, found }, words) =>
    zh`${words.file(file)}采用了此版本的 Unroll 不认识的格式：${words.quote(name)}应为${words.quote(known)}，但实际为${words.quote(found)}；请用较新的 Unroll 打开，或选择别的文件。`,
  'weightMetadata.missing': ({ name }, words) => zh`应有${words.quote(name)}，但实际没有`,
  'weightMetadata.notJson': ({ name, found }, words) =>
    zh`${words.quote(name)}应为 JSON，但实际为${words.quote(found)}`,
  'weightMetadata.notSettings': ({ name, why }, words) =>
    zh`${words.quote(name)}应为运行的设置，但内容有误：${words.finding(why)}`,
  'weightMetadata.otherHiddenUnits': ({ name, weights, found }, words) =>
    zh`按权重，${words.quote(name)}中应为 ${words.number(weights)} 个隐藏单元，但实际为 ${words.number(found)} 个`,
  'weightMetadata.otherCell': ({ name, weights, found }, words) =>
    zh`按权重，${words.quote(name)}中应为 ${weights}，但实际为 ${found}`,
  'weightMetadata.network': ({ layers, cell }, words) => zh`${words.number(layers)} 层“${words.say(cell)}”`,
  'weightMetadata.otherNetwork': ({ name, weights, found }, words) =>
    zh`按权重，${words.quote(name)}中应为${words.say(weights)}，但实际为${words.say(found)}`,
  'weightMetadata.notCount': ({ name, found }, words) =>
    zh`${words.quote(name)}应为不小于 0 的整数，但实际为${words.quote(found)}`,
  'weightMetadata.otherStates': ({ name, lists, numbers, found }, words) =>
    zh`${words.quote(name)}应为由 ${words.number(lists)} 个列表组成的列表，每个列表有 ${words.number(numbers)} 个 float32 数，但实际为${words.quote(found)}`,
  'weightMetadata.notScalers': ({ name, inputs, outputs, found }, words) =>
    inputs === 0
      ? zh`${words.quote(name)}只用于序列，这里不应有，但实际为${words.quote(found)}`
      : zh`${words.quote(name)}应为 ${words.number(inputs)} 个输入和 ${words.number(outputs)} 个目标各自的偏移和大于 0 的比例，但实际为${words.quote(found)}`,
}
