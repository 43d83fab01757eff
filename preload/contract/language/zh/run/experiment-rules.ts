import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import { type experimentRules as en, valueInWords } from '../../en/run/experiment-rules'

export const experimentRules: Translated<typeof en> = {
  'experimentRules.object': '实验的计划必须是一个对象；请重新计划。',
  'experimentRules.kind': '实验必须是多种子、扫描或竞赛；请选择其中之一。',
  'experimentRules.seeds': ({ most, found }, words) =>
    zh`一个实验有 1 到 ${words.number(most)} 个种子，但给出的是${found === null ? '别的内容' : zh` ${words.number(found)}`}；请选择这个范围内的数。`,
  'experimentRules.lastSeed': ({ first, count, max }, words) =>
    zh`从 ${words.number(first)} 起的 ${words.number(count)} 个种子会超过最大的种子 ${words.number(max)}；请选择更小的起始种子，或减少种子。`,
  'experimentRules.varied': '一次扫描改变一个或两个设置；请选择一个或两个。',
  'experimentRules.setting': '扫描可以改变除种子以外的任何设置，种子另有其位置；请选择别的设置。',
  'experimentRules.variedTwice': ({ label }, words) =>
    zh`两个设置的扫描需要两个不同的设置，但“${words.say(label)}”给出了两次；请另选一个。`,
  'experimentRules.values': ({ label, most, found }, words) =>
    zh`一次扫描有“${words.say(label)}”的 1 到 ${words.number(most)} 个值，但给出的是 ${words.number(found)} 个；请按此选择。`,
  'experimentRules.valueTwice': ({ label, value }, words) =>
    zh`“${words.say(label)}”的每个值只试一次，但 ${valueInWords(value, words)} 给出了两次；请选择别的值。`,
  'experimentRules.runs': ({ most, found }, words) =>
    zh`一个实验最多有 ${words.number(most)} 次运行，但这个实验会有 ${words.number(found)} 次；请减少值或种子。`,
  'experimentRules.lanes': ({ min, max, found }, words) =>
    zh`一场竞赛有 ${words.number(min)} 到 ${words.number(max)} 条赛道，但给出的是 ${words.number(found)} 条；请按此选择。`,
  'experimentRules.lane': ({ lane, why }, words) =>
    zh`竞赛的第 ${words.number(lane)} 条赛道无法运行：${words.say(why)}`,
  'experimentRules.cell': ({ settings, why }, words) =>
    zh`${words.list(settings.map(({ label, value }) => zh`“${words.say(label)}”为 ${valueInWords(value, words)}`))}时无法运行：${words.say(why)}`,
  'experimentRules.on': '开启',
  'experimentRules.off': '关闭',
}
