import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { loadNotes as en } from '../../en/files/load-notes'
import type { Words } from '../../words'

export const loadNotes: Translated<typeof en> = {
  'loadNotes.assumed': ({ activation }) =>
    zh`文件没有说明其简单 RNN 计算的是 tanh 还是 relu；已假定为 ${activation}。`,
  'loadNotes.rounded': ({ found }) => zh`其中的数是 ${found}，已舍入为 float32。`,
  'loadNotes.widened': ({ found }) => zh`其中的数是 ${found}；现在是 float32，值不变。`,
  'loadNotes.modules': ({ layers, readout }, words) =>
    layers.length > 1
      ? zh`${listed(layers, words)}被当作逐层相接的层，${words.quote(readout)}被当作读出层。`
      : zh`${listed(layers, words)}被当作循环层，${words.quote(readout)}被当作读出层。`,
  'loadNotes.noBias': ({ names }, words) => zh`${listed(names, words)}没有偏置；现在偏置为零，并会参与训练。`,
  'loadNotes.counters': ({ names }, words) => zh`${listed(names, words)}是单个整数，已略过。`,
  'loadNotes.trainingAlone': ({ names }, words) =>
    zh`${listed(names, words)}只在训练时起作用的部分（dropout、噪声、正则化、约束）已略去；预测不变。`,
  'loadNotes.multiplied': ({ names }, words) =>
    zh`${listed(names, words)}是线性的；它们已彼此相乘，并乘入其后的层，预测不变。`,
  'loadNotes.computesIn': ({ policy }) =>
    zh`其模型以 ${policy} 计算，Unroll 以 float32 计算；预测有舍入之差。`,
  'loadNotes.defaults': ({ file, gated }) =>
    zh`${file} 的权重文件中只有数组：已假定各层依次相接，以线性的 Dense 层结束${gated ? '，门用 sigmoid，输出用 tanh' : ''}。`,
  'loadNotes.quantized': ({ found }) => zh`其中的数是量化的（${found}）；现在是它们所代表的 float32 数。`,
}

function listed(names: readonly string[], words: Words): string {
  return words.list(names.map((name) => (name === '' ? '模块本身' : words.quote(name))))
}
