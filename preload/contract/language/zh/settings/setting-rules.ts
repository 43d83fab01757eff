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
  'settingRules.tooManyPoints': ({ kept, updates, most }, words) =>
    zh`一次运行能保存 ${words.number(kept)} 个预测点，但 ${words.number(updates)} 次更新可能产生 ${words.number(most)} 个；请减少更新次数或点数。`,
  'settingRules.notInTensorflow': ({ layers, cell }, words) =>
    zh`TensorFlow 系列只有一层简单 RNN，但要求的是 ${words.number(layers)} 层“${words.say(cell)}”；请为此选择 PyTorch 系列。`,
}
