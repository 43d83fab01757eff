import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import { short } from '../../en/run/figures'
import { type statistics as en, probability, signed } from '../../en/runs/statistics'
import type { Text } from '../../text'
import type { Words } from '../../words'

type Group = { name: Text; n: number; failures: number }
type Compared = { first: Group; second: Group; verdict: 'first-lower' | 'second-lower' | 'open' }

export const statistics: Translated<typeof en> = {
  'statistics.tooFew': ({ first, second, needed }, words) =>
    zh`n < ${words.number(needed)}：不作结论。采用${words.say(first.name)}时 n = ${words.number(first.n)}，采用${words.say(second.name)}时 n = ${words.number(second.n)}。`,
  'statistics.paired': ({ test, ...compared }, words) =>
    zh`${verdictOn(compared, words)}：按种子配成 n = ${words.number(test.n)} 对，其中 ${words.number(test.firstLower)} 对更低，${words.number(test.secondLower)} 对更高（Wilcoxon 符号秩检验，双侧，${test.method === 'exact' ? '精确' : '正态近似'}：${probability(test.p, words)}；秩二列相关系数 ${signed(test.rankBiserial, words)}）。${diverged(compared, words)}`,
  'statistics.unpaired': ({ improvement, why, ...compared }, words) =>
    zh`${verdictOn(compared, words)}：改进概率 ${words.decimals(improvement.value, 2)}，自助法 95% 区间 ${words.decimals(improvement.low, 2)} 至 ${words.decimals(improvement.high, 2)}，n = ${words.number(compared.first.n)} 和 n = ${words.number(compared.second.n)}，不配对：${why === 'shapes' ? '形状不同时，相同的种子抽出的是不同的权重' : '两边的种子不相同'}。${diverged(compared, words)}`,
  'statistics.interquartileMean': ({ value, low, high, n, failures }, words) =>
    zh`四分位均值 ${short(value, words)}，自助法 95% 区间${interval(low, high, words)}，n = ${words.number(n)}${failures === 0 ? '' : zh`，其中 ${words.number(failures)} 次已发散`}。`,
  'statistics.noInterquartileMean': ({ n, failures, mostFailures }, words) =>
    zh`没有四分位均值：n = ${words.number(n)} 次运行中有 ${words.number(failures)} 次已发散，超过 ${words.number(mostFailures)} 次时，中间一半就包含这样的运行。`,
  'statistics.noRuns': '没有四分位均值：没有运行。',
}

function verdictOn({ first, second, verdict }: Compared, words: Words): string {
  const [one, other] = [words.say(first.name), words.say(second.name)]
  if (verdict === 'open') return zh`采用${one}时的损失是否低于采用${other}时，尚无定论`
  return zh`采用${one}时的损失${verdict === 'first-lower' ? '低于' : '高于'}采用${other}时`
}

function diverged({ first, second }: Compared, words: Words): string {
  if (first.failures + second.failures === 0) return ''
  const some = ({ name, n, failures }: Group) =>
    zh`采用${words.say(name)}的 ${words.number(n)} 次运行中有 ${words.number(failures)} 次`
  return zh`已发散的运行算作差于任何损失：${some(first)}，${some(second)}。`
}

function interval(low: number | null, high: number | null, words: Words): string {
  if (low === null) return '无法给出，因为发散的运行太多'
  return high === null
    ? zh`从 ${short(low, words)} 起没有上限，因为有运行发散`
    : zh` ${short(low, words)} 至 ${short(high, words)}`
}
