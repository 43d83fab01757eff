import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { states as en } from '../../en/inside/states'

export const states: Translated<typeof en> = {
  'inside.notThere': ({ layers, units, outputs, steps }, words) =>
    zh`这里有 ${words.number(layers)} 层、${words.number(units)} 个单元、${words.number(outputs)} 个输出、${words.number(steps)} 个时间步；所问的不在其中。`,
  'states.help':
    '每行是一个单元，每列是一个时间步。点击一行即可选中该单元；在图中用 ↑ 和 ↓ 逐个单元移动，用 ← 和 → 逐个时间步移动，Escape 取消选中。',
  'states.hint': '指向图中一处即可读数。',
  'states.reading': ({ unit, step, value }, words) =>
    zh`单元 ${words.number(unit)}，时间步 ${words.number(step)}：${value}`,
  'states.order': '单元的排列顺序',
  'states.orderNumber': '按编号排列',
  'states.orderInput': '按与输入的相关系数排列',
  'states.orderTarget': '按与目标的相关系数排列',
  'states.orderPhase': '按落后于目标的相位排列',
  'states.worthInput': ({ value }) => zh`与输入的相关系数 ${value}`,
  'states.worthTarget': ({ value }) => zh`与目标的相关系数 ${value}`,
  'states.worthPhase': ({ degrees }) => zh`落后于目标 ${degrees}°`,
  'states.worthNone': '在每个时间步都相同，或目标太少',
  'states.saturation': '单元的饱和程度',
  'states.saturationHelp':
    '一个点是一个单元：越靠右，门在越多的时间步关闭；越靠上，门在越多的时间步打开。靠近左下角则两者都不是。方法出自 Karpathy、Johnson 和 Fei-Fei（2015）。',
  'states.gateCount': ({ gate, closed, open }, words) =>
    zh`${words.say(gate)}有 ${words.number(closed)} 个关闭、${words.number(open)} 个打开`,
  'states.gateCounts': ({ units, gates }, words) =>
    zh`共 ${words.number(units)} 个单元，在十分之九或更多的时间步（低于 0.1 为关闭，高于 0.9 为打开）：${gates.map(words.say).join('；')}。`,
  'states.tanhCount': ({ units, mostly, ever }, words) =>
    ever === 0
      ? zh`在这个窗口中，${words.number(units)} 个单元都没有超出 ±0.95：梯度能通过所有单元。`
      : zh`${words.number(units)} 个单元中，有 ${words.number(ever)} 个在某个时间步超出 ±0.95，有 ${words.number(mostly)} 个在十分之九或更多的时间步如此：在那里几乎没有梯度能通过。`,
  'states.reluCount': ({ units, dead }, words) =>
    dead === 0
      ? zh`在这个窗口中，${words.number(units)} 个单元每个都在某个时间步大于 0。`
      : zh`${words.number(units)} 个单元中，有 ${words.number(dead)} 个在这个窗口中从不大于 0：没有梯度能通过它们。`,
  'states.closedAxis': ({ gate }) => zh`${gate}：低于 0.1 的比例`,
  'states.openAxis': '高于 0.9 的比例',
  'states.endAxis': '超出 ±0.95 的比例',
  'states.gatePicture': ({ gate }) =>
    zh`${gate}：每个单元一个点，横向是低于 0.1 的时间步比例，纵向是高于 0.9 的时间步比例`,
  'states.endPicture': '每个单元超出 ±0.95 的时间步比例',
  'states.columnClosed': ({ gate }, words) => zh`${words.say(gate)}低于 0.1`,
  'states.columnOpen': ({ gate }, words) => zh`${words.say(gate)}高于 0.9`,
  'states.columnAtEnd': '超出 ±0.95 的比例',
  'states.columnAbove': '大于 0 的比例',
  'states.unitTitle': '选中的单元',
  'states.pickHint': '点击上方的一行即可选中该单元：这里显示它的权重，下方显示它的算式。',
  'states.unitIs': ({ unit, layer }, words) => zh`第 ${words.number(layer)} 层的单元 ${words.number(unit)}`,
  'states.letGo': '取消选中',
  'states.trace': ({ what, unit, layer }, words) =>
    zh`第 ${words.number(layer)} 层单元 ${words.number(unit)} 的${what}`,
  'states.gate': '显示哪个门的权重',
  'states.weightsTo': '通向它的权重',
  'states.weightsFrom': '从它出发的权重',
  'states.moreWeights': ({ count, most }, words) => zh`……另有 ${words.number(count)} 个，最大为 ${most}`,
  'states.unitNumber': ({ unit }, words) => zh`单元 ${words.number(unit)}`,
  'states.unitBefore': ({ unit }, words) => zh`上一个时间步的单元 ${words.number(unit)}`,
  'states.unitOfLayer': ({ unit, layer }, words) =>
    zh`第 ${words.number(layer)} 层的单元 ${words.number(unit)}`,
  'states.inputName': ({ name }) => zh`输入 ${name}`,
  'states.outputName': ({ name }) => zh`输出 ${name}`,
  'states.bias': '偏置',
  'states.recurrentBias': '循环核的偏置',
  'states.columnWay': '方向',
  'states.columnOther': '另一端',
  'states.columnWeight': '权重',
  'states.arithmetic': '一个时间步的算式',
  'states.arithmeticHelp':
    '所有数值都以网络的单位表示。在上方指向另一个时间步即可改变；没有选中单元时，显示的是预测。',
  'states.ofUnit': ({ unit, layer, step }, words) =>
    zh`第 ${words.number(layer)} 层的单元 ${words.number(unit)}，时间步 ${words.number(step)}`,
  'states.ofPrediction': ({ name, step }, words) =>
    zh`${words.quote(name)}的预测，时间步 ${words.number(step)}`,
  'states.termsOf': ({ letter }) => zh`${letter} 的各项`,
  'states.moreTerms': ({ count, sum }, words) => zh`……另有 ${words.number(count)} 项，合计 ${sum}`,
  'states.sum': ({ sum }) => zh`合计 ${sum}`,
  'states.sumActivated': ({ sum, formula }) => zh`合计 ${sum}；${formula}`,
  'states.unscaled': '以该列的单位表示：',
  'states.columnLine': '算式',
  'states.columnTerm': '项',
  'states.columnFactor': '系数',
  'states.columnValue': '值',
  'states.columnProduct': '乘积',
  'states.columnSum': '合计',
  'states.columnAfter': '激活之后',
}
