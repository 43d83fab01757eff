import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { layouts as en } from '../../en/weights/layouts'

export const layouts: Translated<typeof en> = {
  'layouts.readOut': ({ kernel, bias }) =>
    zh`读出层应有形状为 [隐藏单元数，1] 的核和形状为 [1] 的偏置，但实际为 ${kernel} 和 ${bias}；请选择最后一层是 Dense(1) 的权重`,
  'layouts.otherSizes': ({ sizes }, words) =>
    zh`各层的大小应相同，但隐藏单元数分别为 ${words.list(sizes.map(words.number))}；请选择各层大小相同的网络`,
  'layouts.otherCells': ({ columns }, words) =>
    zh`各层的单元应相同，但循环核中每个隐藏单元的列数分别为 ${words.list(columns)}；请选择各层单元相同的网络`,
  'layouts.noLayer': ({ layer, kernel, recurrentKernel, bias }, words) =>
    zh`第 ${words.number(layer)} 层的核、循环核和偏置的形状应为 [输入数，门数 · 隐藏单元数]、[隐藏单元数，门数 · 隐藏单元数] 和 [门数 · 隐藏单元数]，其中门数为 1、3 或 4，但实际为 ${kernel}、${recurrentKernel} 和 ${bias}；请选择 SimpleRNN、GRU 或 LSTM 层的权重`,
  'layouts.otherColumns': ({ layer, kernel, recurrentKernel }, words) =>
    zh`第 ${words.number(layer)} 层的核应与循环核的列数相同，但形状为 ${kernel} 和 ${recurrentKernel}；请选择 SimpleRNN、GRU 或 LSTM 层的权重`,
  'layouts.resetBefore': ({ layer }, words) =>
    zh`第 ${words.number(layer)} 层是 GRU，其重置门应在循环乘积之后，如同 PyTorch 以及 reset_after=True 的 Keras，但它只有一个偏置，即 reset_after=False；请选择另一种形式的权重`,
  'layouts.otherBias': ({ layer, recurrentKernel, bias, wanted }, words) =>
    zh`第 ${words.number(layer)} 层的循环核形状为 ${recurrentKernel}，偏置的形状应为 ${wanted}，但实际为 ${bias}；请选择 SimpleRNN、GRU 或 LSTM 层的权重`,
  'layouts.noOnnxLayer': ({ layer, shapes }, words) =>
    zh`第 ${words.number(layer)} 层的 W、R 和 B 的形状应为 [1，门数 · 隐藏单元数，输入数]、[1，门数 · 隐藏单元数，隐藏单元数] 和 [1，2 · 门数 · 隐藏单元数]，但实际为 ${words.list(shapes)}；请重新导出模型`,
  'layouts.onnxReadOut': ({ found }) =>
    zh`读出层的核的形状应为 [隐藏单元数，1]，但实际为 ${found}；请重新导出模型`,
}
