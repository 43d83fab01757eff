import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { insideWeights as en } from '../../en/inside/weights'

export const insideWeights: Translated<typeof en> = {
  'inside.viewWeights': '权重',
  'insideWeights.ratiosTitle': '每次更新使权重改变多少',
  'insideWeights.ratiosHelp':
    '在运行所保留的各次更新处，每个参数在一次更新中的改变量与其大小之比 ‖ΔW‖ / ‖W‖。训练顺利时通常约为 0.001（虚线）；Adam 最初几次更新使每个权重改变一个学习率，因而大得多。',
  'insideWeights.ratiosPicture': ({ tensors, updates }, words) =>
    zh`${words.number(tensors)} 个参数在 ${words.number(updates)} 次更新处的 ‖ΔW‖ / ‖W‖，对数坐标`,
  'insideWeights.ratioSentence': ({ tensor, ratio, update }, words) =>
    zh`第 ${words.number(update)} 次更新使 ${tensor} 改变其大小的 ${ratio}。`,
  'insideWeights.notMade': ({ update }, words) =>
    zh`第 ${words.number(update)} 次更新无法进行：其中有一个数不是有限值。`,
  'insideWeights.atRest': '运行停下时，才会显示整个运行中的变化过程。',
  'insideWeights.update': '更新',
  'insideWeights.ratio': '‖ΔW‖ / ‖W‖',
  'insideWeights.histogramTitle': '权重的取值',
  'insideWeights.histogramHelp': '条形：这次更新之前。折线：运行开始时。',
  'insideWeights.histogramPicture': ({ tensor }) => zh`${tensor} 中各个取值有多少个，现在与开始时`,
  'insideWeights.histogramSentence': ({ tensor, norm, initial }) =>
    zh`‖${tensor}‖ = ${norm}；运行开始时为 ${initial}。`,
  'insideWeights.value': '值',
  'insideWeights.count': '个数',
  'insideWeights.initialCount': '开始时的个数',
  'insideWeights.tensor': '参数',
}
