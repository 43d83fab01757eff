import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { checkpoint as en } from '../../en/weights/checkpoint'

export const checkpoint: Translated<typeof en> = {
  'checkpoint.unusable': ({ file, what }, words) =>
    zh`${words.file(file)}不是检查点：${words.say(what)}；请按“重置”重新开始。`,
  'checkpoint.otherVersion': ({ key, version }, words) =>
    zh`${words.quote(key)}应为${words.quote(version)}，但实际不是`,
  'checkpoint.noRun': ({ key }, words) => zh`${words.quote(key)}应描述一次运行，但实际没有`,
  'checkpoint.otherRun': ({ key }, words) => zh`${words.quote(key)}应指明同一次运行，但实际不是`,
  'checkpoint.otherArrays': ({ network, hiddenUnits }, words) =>
    zh`应包含${words.say(network)}（${words.number(hiddenUnits)} 个隐藏单元）的初始权重和当前权重，但实际没有`,
}
