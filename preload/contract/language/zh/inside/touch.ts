import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { touch as en } from '../../en/inside/touch'
import type { Words } from '../../words'

function signed(value: number, words: Words): string {
  return `${value < 0 ? '−' : '+'}${words.significant(Math.abs(value), 3)}`
}

function place({ layer, unit }: { layer: number; unit: number | null }, words: Words): string {
  return unit === null
    ? zh`第 ${words.number(layer)} 层的所有单元`
    : zh`第 ${words.number(layer)} 层的单元 ${words.number(unit)}`
}

export const touch: Translated<typeof en> = {
  'touch.view': '干预',
  'touch.title': '如果……',
  'touch.help':
    '网络和本次运行保持不变，只重新计算这个窗口。在上面的窗口中拖动输入的一个点，或指向一个时间步再按 ↑ 或 ↓。按 Esc 撤销所有干预。',
  'touch.atRest': '运行停下时才能干预窗口：请暂停，或在时间轨上标记一次更新。',
  'touch.none': '没有任何干预。',
  'touch.told': ({ loss, before, change }, words) =>
    change === 0
      ? zh`此窗口的损失仍为 ${before}。`
      : zh`此窗口的损失会是 ${loss}，而不是 ${before}（${signed(change, words)}）。`,
  'touch.curve': '干预后的预测',
  'touch.columnInput': ({ name }) => zh`干预后的输入 ${name}`,
  'touch.columnPrediction': ({ name }) => zh`干预后的预测 ${name}`,
  'touch.computing': '正在计算……',
  'touch.list': '各项干预',
  'touch.takeBack': ({ touch }, words) => zh`撤销：${words.say(touch)}`,
  'touch.takeAllBack': '全部撤销',
  'touch.bringBack': ({ count }, words) => zh`恢复 ${words.number(count)} 项干预`,
  'touch.most': ({ most }, words) => zh`一次最多 ${words.number(most)} 项干预；请先撤销一项。`,
  'touch.make': '干预',
  'touch.what': '干预什么',
  'touch.kindInput': '输入的一个点',
  'touch.kindUnit': '让一个单元沉默',
  'touch.kindGate': '固定一个门',
  'touch.kindNoise': '给隐藏状态加噪声',
  'touch.kindShifted': '平移传入的状态',
  'touch.kindWiped': '传入的状态被清空',
  'touch.kindWeight': '给一个权重赋值',
  'touch.timeStep': '时间步',
  'touch.column': '列',
  'touch.value': '值',
  'touch.unit': '单元',
  'touch.everyUnit': '所有单元',
  'touch.gate': '门',
  'touch.held': '固定为',
  'touch.zero': '0',
  'touch.one': '1',
  'touch.mean': '它在窗口中的均值',
  'touch.deviation': '标准差',
  'touch.seed': '种子',
  'touch.by': '平移量',
  'touch.parameter': '参数',
  'touch.row': '行',
  'touch.place': '行内位置',
  'touch.notThere': '每个字段都要填写存在的数。',
  'touch.madeInput': ({ step, column, value }, words) =>
    zh`${column} 在时间步 ${words.number(step)} 为 ${words.number(value)}`,
  'touch.madeUnit': ({ held, ...at }, words) =>
    zh`${place(at, words)}固定为${held === 'zero' ? ' 0' : '其均值'}`,
  'touch.madeGate': ({ gate, held, ...at }, words) =>
    zh`${place(at, words)}的${words.say(gate)}固定为 ${words.number(held)}`,
  'touch.madeNoise': ({ layer, deviation, seed }, words) =>
    zh`第 ${words.number(layer)} 层的 h 上有标准差 ${words.number(deviation)} 的噪声，种子 ${words.number(seed)}`,
  'touch.madeShifted': ({ by, ...at }, words) => zh`传入${place(at, words)}的状态平移 ${words.number(by)}`,
  'touch.madeWiped': '传入的状态被清空',
  'touch.madeWeight': ({ name, row, place, value }, words) =>
    zh`${name} [${words.number(row)}, ${words.number(place)}] 为 ${words.number(value)}`,
  'touch.noInput': ({ step, column, timeSteps, columns }, words) =>
    zh`此窗口有 ${words.number(timeSteps)} 个时间步、${words.number(columns)} 个输入，其中没有时间步 ${words.number(step)} 的输入 ${words.number(column)}。`,
  'touch.noUnit': ({ layer, unit, layers, units }, words) =>
    zh`此网络有 ${words.number(layers)} 层、每层 ${words.number(units)} 个隐藏单元，其中没有第 ${words.number(layer)} 层的单元 ${words.number(unit)}。`,
  'touch.noGate': '此网络的单元没有这样的门。',
  'touch.noWeight': ({ name, number, numbers }, words) =>
    zh`此网络的 ${words.quote(name)} 有 ${words.number(numbers)} 个数，其中没有第 ${words.number(number)} 个。`,
}
