import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { pauseRules as en } from '../../en/run/pause-rules'

export const pauseRules: Translated<typeof en> = {
  'pauseRules.number': ({ min, max }, words) =>
    zh`用于暂停的损失或梯度范数必须是 ${words.number(min)} 到 ${words.number(max)} 之间的数；请选择其中之一。`,
  'pauseRules.noList': '运行只能按 Unroll 认识的规则暂停，每种最多一条；请在“暂停条件”中选择。',
  'pauseRules.button': ({ count }, words) =>
    count === 0 ? '暂停条件…' : zh`暂停条件…（${words.number(count)}）`,
  'pauseRules.title': '暂停条件',
  'pauseRules.lossBelow': '损失低于',
  'pauseRules.gradientAbove': '梯度范数高于',
  'pauseRules.rivalPassed': '网络超过这条参照规则',
  'pauseRules.update': '做完这次更新',
  'pauseRules.note':
    '每个条件在一次运行中只暂停一次，在它首次成立的那次更新之后。数值不再有限的运行总会自行结束，并保留最后一次正常更新的权重。',
  'pauseRules.done': '完成',
  'pauseRules.paused': ({ update, why }, words) =>
    zh`在第 ${words.number(update)} 次更新时暂停：${words.say(why)}`,
  'pauseRules.pausedByLoss': ({ limit }, words) => zh`损失已低于 ${words.number(limit)}`,
  'pauseRules.pausedByGradient': ({ limit }, words) => zh`梯度范数已高于 ${words.number(limit)}`,
  'pauseRules.pausedByRival': ({ rival }, words) => zh`已超过“${words.say(rival)}”`,
  'pauseRules.pausedByUpdate': '按照要求',
}
