import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import { short } from '../../en/run/figures'
import { COUNTLESS, type numbers as en, percent, wholePercent } from '../../en/run/numbers'
import type { Words } from '../../words'

export const numbers: Translated<typeof en> = {
  'numbers.title': '它有多好？',
  'numbers.skill': '技巧评分',
  'numbers.skillExplained':
    '1 − 网络的均方误差 / 参照规则的均方误差：100% 为完美，0% 为不比参照规则好，更小则更差。',
  'numbers.percent': ({ share }, words) => percent(share, words),
  'numbers.overValidation': '在验证部分上',
  'numbers.overTraining': '在训练部分上',
  'numbers.overRecent': ({ updates }, words) => zh`在最近 ${words.number(updates)} 次更新中`,
  'numbers.bestRival': ({ rival }, words) => zh`最好的参照规则“${words.say(rival)}”`,
  'numbers.bestInexact': ({ rival }, words) => zh`可以胜过的参照规则中最好的“${words.say(rival)}”`,
  'numbers.better': ({ rival, where, share }, words) =>
    zh`胜过${words.say(rival)}：${words.say(where)}，均方误差小 ${wholePercent(share, words)}。`,
  'numbers.level': ({ rival, where }, words) =>
    zh`${words.say(where)}，与${words.say(rival)}相当：并不胜过一条简单的规则。`,
  'numbers.between': ({ rival, where, times, beaten }, words) =>
    zh`不如${words.say(rival)}：${words.say(where)}，均方误差是它的${timesAs(times, words)}。胜过${words.list(beaten)}。`,
  'numbers.worst': ({ rival, where, times }, words) =>
    zh`不如任何参照规则：${words.say(where)}，均方误差是${words.say(rival)}的${timesAs(times, words)}。`,
  'numbers.notJudged': ({ rival, loss }, words) =>
    zh`网络还没有评判；${words.say(rival)}的均方误差为 ${short(loss, words)}。`,
  'numbers.rivalsToCome': '参照规则还没有算出。',
  'numbers.noRival': '没有可比较的参照规则；原因见各项数字。',
  'numbers.noNetwork': ({ formula }, words) => zh`不需要网络：${words.say(formula)}。`,
  'numbers.exact': ({ rules }, words) =>
    zh`简单的规则除舍入之外就完全正确，网络不可能更好：${rules.map(words.say).join('；')}。`,
  'numbers.exactRule': ({ rival, formula }, words) => zh`“${words.say(rival)}”，${words.say(formula)}`,
  'numbers.bestWasBetter': ({ update }, words) =>
    zh`最好的时候，即第 ${words.number(update)} 次更新之后，它曾胜过这条参照规则。`,
  'numbers.repeats': ({ steps }, words) => zh`重复 ${words.number(steps)} 个时间步之前的值`,
  'numbers.repeatsExplained': ({ steps, correlation, inTime }, words) =>
    zh`预测最像 ${words.number(steps)} 个时间步之前的目标（相关系数 ${words.decimals(correlation, 3)}；与目标本身为 ${words.decimals(inTime, 3)}）：网络说的是它刚看到的值，好像明天就是今天。`,
  'numbers.scoredOf': ({ update, ago, isBest }, words) => {
    const when = ago === 0 ? '当前的权重' : zh`${words.number(ago)} 次更新之前的权重`
    const best = isBest === null ? '' : isBest ? '，也是迄今最好的' : '，并非最好的'
    return zh`以第 ${words.number(update)} 次更新之后的权重评判：${when}${best}。`
  },
  'numbers.best': ({ update, loss }, words) =>
    zh`最好的验证损失 ${short(loss, words)}，在第 ${words.number(update)} 次更新`,
  'numbers.goBack': '回到最好的更新',
  'numbers.goBackExplained': '用那次更新之后的权重打开一次运行；当前运行留在运行列表中。',
  'numbers.figures': '全部数字',

  'numbers.figure': '数字',
  'numbers.training': '训练',
  'numbers.validation': '验证',
  'numbers.test': '测试',
  'numbers.ofOutput': ({ name, update }, words) =>
    zh`对${words.quote(name)}的预测，以它自己的单位，用第 ${words.number(update)} 次更新之后的权重`,
  'numbers.rows': '计入的行数',
  'numbers.rowsExplained': '目标已知且有预测的行',
  'numbers.rmse': 'RMSE',
  'numbers.rmseExplained': '均方误差的平方根',
  'numbers.mae': 'MAE',
  'numbers.maeExplained': '平均绝对误差',
  'numbers.mase': 'MASE',
  'numbers.maseExplained': ({ period }, words) =>
    zh`MAE / 训练部分中相隔 ${words.number(period)} 个时间步的目标之差的平均绝对值`,
  'numbers.r2': 'R²',
  'numbers.r2Explained': '相对于训练部分的均值',
  'numbers.spread': '离散度',
  'numbers.spreadExplained': '预测的 / 目标的；接近 0 表示一条平线',
  'numbers.lag': '滞后',
  'numbers.lagExplained': '目标移动多少个时间步之后与预测最像',
  'numbers.lagSteps': ({ steps, delayed }, words) => zh`${words.number(steps)}${delayed ? '，重复' : ''}`,
  'numbers.noPart': '没有对已知目标的预测',
  'numbers.noLag': '无法给出：行数太少，或者没有变化。',

  'numbers.rival': '参照规则',
  'numbers.passed': '在哪次更新胜过',
  'numbers.notYet': '还没有',
  'numbers.cannotPass': '不可能胜过',
  'numbers.skillAgainst': ({ name }, words) =>
    zh`${words.quote(name)}的参照规则：网络的技巧评分，以及它们的 RMSE`,
  'numbers.rivalsOf': ({ name }, words) => zh`${words.quote(name)}的参照规则，以及它们的 RMSE`,
  'numbers.passedExplained':
    '从这次更新起，网络的验证损失一直低于参照规则的误差（全部输出合计）；没有验证部分时，看 20 次更新的平均损失',

  'numbers.residuals': ({ name, where }, words) => zh`${words.quote(name)}的残差${words.say(where)}的自相关`,
  'numbers.overTest': '在测试部分上',
  'numbers.residualsSaid': ({ outside, lags, band, lag, value }, words) =>
    zh`${words.number(lags)} 个滞后中有 ${words.number(outside)} 个在 ±${words.decimals(band, 2)} 之外，偶然会有 5%；最远的是滞后 ${words.number(lag)} 处的 ${words.decimals(value, 2)}。`,
}

function timesAs(times: number, words: Words): string {
  if (times > COUNTLESS) return zh`${words.number(COUNTLESS)} 倍以上`
  return times < 9.95
    ? zh`${words.decimals(times, times < 1.095 ? 2 : 1)} 倍`
    : zh`${words.number(Math.round(times))} 倍`
}
