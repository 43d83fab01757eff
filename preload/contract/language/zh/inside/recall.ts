import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { recall as en } from '../../en/inside/recall'

export const recall: Translated<typeof en> = {
  'recall.title': '需要、看到、记住',
  'recall.help':
    '需要：目标的自相关回溯多远，或它的季节。看到：窗口的长度。记住：某个输入增大其所在列标准差的 1% 时，预测在多少个时间步内仍有反应，直到变化不再超过最大变化的 5%；旁边是增大 10% 的结果，因为网络不是线性的。测量从此窗口的状态开始，输入沿窗口来回延续。容量（Jaeger 2001）：用线性读出层能从该层的隐藏状态中读出白噪声最近的多少个数，按没有用来拟合的数评分。可能出于偶然的部分计为零，其余全部计入（Dambre 等 2012），因此 n 个单元的延迟线容量恰为 n；输入独立时不超过单元数。超过 256 个单元的层不测量。',
  'recall.told': ({ needs, sees, keeps }, words) => {
    const rest = zh`窗口看到 ${words.number(sees)} 个，网络记住${words.say(keeps)}。`
    return needs ? zh`数据需要${words.say(needs)}，${rest}` : zh`按时间步计：${rest}`
  },
  'recall.steps': ({ steps }, words) => zh` ${words.number(steps)} 个时间步`,
  'recall.more': ({ steps }, words) => zh`至少 ${words.number(steps)} 个时间步`,
  'recall.nothing': '0 个时间步',
  'recall.needs': '需要',
  'recall.sees': '看到',
  'recall.keeps': '记住，1%',
  'recall.keepsMore': '记住，10%',
  'recall.axis': '时间步',
  'recall.picture': '数据、窗口和网络各记住多久，画成同一条时间步轴上的条形',
  'recall.setWindow': ({ steps }, words) => zh`把窗口设为 ${words.number(steps)} 个时间步`,
  'recall.capacity': ({ total, units, layer }, words) =>
    zh`第 ${words.number(layer)} 层的容量：${words.decimals(total, 1)}，共 ${words.number(units)} 个单元。`,
  'recall.noCapacity': ({ units }, words) =>
    zh`${words.number(units)} 个单元的层太大，不测量其容量：用时太久。`,
  'recall.tooSmall':
    '输入在此窗口中不变，或变化小于 float32 能分辨的程度，无法确定脉冲的大小；请查看另一次更新。',
  'recall.lag': '滞后',
  'recall.responseOf': ({ share }, words) => zh`对 ${words.number(share * 100)}% 的反应`,
  'recall.perLag': '容量',
}
