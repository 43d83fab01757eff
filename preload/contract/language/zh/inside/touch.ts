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
  'touch.keep': '保留为分支',
  'touch.keepExplained': ({ update }, words) =>
    zh`打开一次停在第 ${words.number(update)} 次更新之前的运行，它带着这些干预做这次更新；当前的运行会被搁置。干预成为时间轨上的一面旗子。优化器在权重之外保存的数不变。`,
  'touch.keepLeft': ({ touches }, words) =>
    zh`不会保留，因为只影响这一次计算，既不改变权重，也不改变传递的状态：${words.list(touches)}。`,
  'touch.keepNoState': '平移或清空的状态无法保留：按这些设置，每个窗口都从零开始，没有传递的状态。',
  'touch.keepSilenced':
    '沉默的单元保留为值为 0 的输出权重：通向下一层或读出层的，以及通向它自己那一层的。训练可能让它们重新增大。',
  'touch.keepOther':
    '分支至少保留一项干预，而且只能是赋值的权重、平移或清空的状态、固定为 0 的单元；请撤销其他干预。',
  'touch.keepBeyond': ({ first, last, update }, words) =>
    zh`干预只能保留在这次运行已做或接下来要做的更新上，从第 ${words.number(first)} 次到第 ${words.number(last)} 次；第 ${words.number(update)} 次更新不在其中。`,
  'touch.keepNotCarried': ({ update }, words) =>
    zh`按第 ${words.number(update)} 次更新处的设置，它的窗口从零开始，那里没有可以平移或清空的状态；请选择有状态传递的更新。`,
  'touch.keepMost': ({ most, update }, words) =>
    zh`第 ${words.number(update)} 次更新处会聚到超过 ${words.number(most)} 项干预；请在那里少保留一些。`,
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
  'touch.knockOuts': '没有某个单元时',
  'touch.knockOutsTold': ({ unit, change, layer, update }, words) =>
    zh`在第 ${words.number(update)} 次更新的窗口中，第 ${words.number(layer)} 层的单元 ${words.number(unit)} 影响最大：固定为 0 时，损失变化 ${signed(change, words)}。`,
  'touch.knockOutsHelp':
    '让一个单元沉默时，此窗口的损失变化多少。始终接近 1 或 −1 的单元相当于一个偏置，固定为 0 会连它一起去掉；固定为其均值时，只失去它随时间的变化。点击一个单元即可选中它。',
  'touch.firstUnits': ({ tried, units }, words) =>
    zh`共 ${words.number(units)} 个单元，只试了前 ${words.number(tried)} 个，因为全试太久。`,
  'touch.toZero': '损失，固定为 0',
  'touch.toMean': '损失，固定为其均值',
  'touch.pick': ({ unit }, words) => zh`选中单元 ${words.number(unit)}`,
  'touch.silence': '沉默',
  'touch.silenceUnit': ({ unit }, words) => zh`让单元 ${words.number(unit)} 沉默`,
  'touch.sensitivity': '预测对什么有反应',
  'touch.sensitivityHelp':
    '所指时间步的预测对每个输入数的导数，两者都是网络所见的数：橙色处输入增大则预测增大，蓝色处输入增大则预测减小。',
  'touch.sensitivityHint': '指向一个时间步，即可查看它的预测。',
  'touch.sensitivityTold': ({ step, column, at, slope }, words) =>
    zh`时间步 ${words.number(step)} 的预测对时间步 ${words.number(at)} 的 ${column} 反应最大：每增大 1，预测变化 ${signed(slope, words)}。`,
  'touch.sensitivityNone': ({ step }, words) => zh`时间步 ${words.number(step)} 的预测对任何输入都没有反应。`,
  'touch.sensitivityPicture': ({ step }, words) =>
    zh`时间步 ${words.number(step)} 的预测对各时间步输入的反应，以颜色表示`,
  'touch.inputColumns': '输入',
  'touch.noPrediction': ({ step, output, timeSteps, outputs }, words) =>
    zh`此窗口有 ${words.number(timeSteps)} 个时间步、${words.number(outputs)} 个输出，其中没有时间步 ${words.number(step)} 的输出 ${words.number(output)}。`,
}
