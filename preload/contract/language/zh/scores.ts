import type { Translated } from '../catalogue'
import { zh } from '../chinese'
import { ahead, type scores as en, figure, linear, repeating } from '../en/scores'

export const scores: Translated<typeof en> = {
  'scores.mean': '均值',
  'scores.persistence': '沿用前值',
  'scores.seasonalNaive': '沿用上一季',
  'scores.linear': '线性最小二乘',

  'scores.meanFormula': ({ target, horizon, mean }, words) =>
    zh`${ahead(target, horizon, words)} = ${figure(mean, words)}，即训练部分的均值`,
  'scores.repeatingFormula': (values, words) => repeating(values, words),
  'scores.linearFormula': (values, words) => linear(values, words),
  'scores.linearLong': ({ target, horizon, terms, inputs, back }, words) =>
    zh`${ahead(target, horizon, words)} 是 ${words.number(terms)} 个值的加权和，取自 ${words.number(inputs)} 个输入最近的 ${words.number(back)} 个时间步`,
  'scores.beyondWindow': ({ back, window }, words) =>
    zh`它向前看 ${words.number(back)} 个时间步，比 ${words.number(window)} 个时间步的窗口更远。`,
  'scores.fittedOn': ({ rows, of }, words) =>
    zh`它由训练部分 ${words.number(of)} 个时间步中均匀分布的 ${words.number(rows)} 个求得。`,

  'scores.noTargets': ({ target }, words) => zh`训练部分中没有目标${words.quote(target)}的任何值。`,
  'scores.noSeason': '目标的自相关中看不出季节。',
  'scores.targetNoInput': ({ target }, words) =>
    zh`它需要${words.quote(target)}以前的值，而输入中没有这一列：网络同样看不到。`,
  'scores.tooFewRows': ({ rows, back }, words) =>
    zh`它在训练部分中至少需要 2 行：目标已知，且之前 ${words.number(back)} 个时间步的全部输入已知、没有间断；这样的行${rows === 1 ? '只有 1 行' : '一行也没有'}。`,
  'scores.noPairs': ({ period }, words) =>
    zh`训练部分中没有两个相隔 ${words.number(period)} 个时间步的已知目标。`,
  'scores.noChange': ({ period }, words) =>
    zh`训练部分中，每个目标都与 ${words.number(period)} 个时间步之前的相同：没有可用来衡量误差的尺度。`,
  'scores.noTrainingMean': '训练部分中没有已知的目标，因此没有可比较的均值。',
  'scores.allAtMean': '这一部分的每个目标都等于训练部分的均值：无法给出比例。',
  'scores.targetConstant': '目标在这一部分中没有变化。',
  'scores.noCommonRows': '参照规则与网络没有共同预测的已知目标。',
  'scores.cannotBeBetter': '除舍入之外，这条参照规则完全正确：网络不可能更好。',
}
