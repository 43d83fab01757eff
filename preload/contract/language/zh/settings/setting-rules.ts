import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import { type settingRules as en, told } from '../../en/settings/setting-rules'

export const settingRules: Translated<typeof en> = {
  'settingRules.number': ({ label, whole, min, max, found }, words) =>
    zh`“${words.say(label)}”必须是 ${words.number(min)} 到 ${words.number(max)} 之间的${whole ? '整数' : '数'}，但给出的是${told(found, words)}；请选择这个范围内的值。`,
  'settingRules.choice': ({ label, names, found }, words) =>
    zh`“${words.say(label)}”必须是 ${names.join('、')} 之一，但给出的是${told(found, words)}；请选择其中之一。`,
  'settingRules.switch': ({ label, found }, words) =>
    zh`“${words.say(label)}”必须是 true 或 false，但给出的是${told(found, words)}；请选择其中之一。`,
  'settingRules.object': ({ found }, words) =>
    zh`一次运行的设置必须是一个对象，但给出的是${told(found, words)}。`,
  'settingRules.foundNothing': '空值',
  'settingRules.foundObject': '一个对象',
  'settingRules.source': '一次运行学习的必须是课程的曲线或一个序列；请打开或选择一个。',
  'settingRules.origin': '序列必须是 Unroll 生成的，或打开过的文件；请重新打开该文件。',
  'settingRules.inputs': ({ most, found }, words) =>
    zh`网络以 1 到 ${words.number(most)} 列为输入，各列不能重复，但给出的是 ${words.number(found)} 列；请另选。`,
  'settingRules.targets': ({ most, found }, words) =>
    zh`网络以 1 到 ${words.number(most)} 列为目标，各列不能重复，但给出的是 ${words.number(found)} 列；请另选。`,
  'settingRules.tooManyPercent': ({ trainPercent, validationPercent, sum }, words) =>
    zh`训练部分 ${words.number(trainPercent)}% 与验证部分 ${words.number(validationPercent)}% 合计 ${words.number(sum)}%；两者之和不能超过 100%。`,
  'settingRules.tooManyPoints': ({ kept, updates, most, outputs }, words) =>
    zh`一次运行能保存 ${words.number(kept)} 个${outputs === 1 ? '预测点' : zh`时间步的 ${words.number(outputs)} 个输出的预测`}，但 ${words.number(updates)} 次更新可能产生 ${words.number(most)} 个；请减少更新次数或缩短窗口。`,
  'settingRules.notInTensorflow': ({ layers, cell }, words) =>
    zh`TensorFlow 系列只有一层简单 RNN，但要求的是 ${words.number(layers)} 层“${words.say(cell)}”；请为此选择 PyTorch 系列。`,
}
