import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { torch as en } from '../../en/models/torch'
import type { Words } from '../../words'

const SAVE_A_MODULE =
  '请在 PyTorch 中保存由一个 torch.nn.RNN、GRU 或 LSTM 和一个 torch.nn.Linear 组成的模块的 state_dict'
const FED_BY_EACH_OTHER = '请选择只有一个循环模块，或几个循环模块依次相连的网络的权重'

const kernelOf = ({ path, shape }: { path: string; shape: string }, words: Words) =>
  zh`${words.quote(path)}的循环核形状为 [${shape}]`

export const torch: Translated<typeof en> = {
  'torch.layerLeftOut': ({ gap, last }, words) =>
    zh`各层的编号应从 0 开始连续，但有第 ${words.number(last)} 层，却缺少第 ${words.number(gap)} 层；请重新保存完整的 state_dict`,
  'torch.tooManyLayers': ({ most, found }, words) =>
    zh`循环层应有 1 到 ${words.number(most)} 层，但实际有 ${words.number(found)} 层；请选择 num_layers 不超过 ${words.number(most)} 的权重`,
  'torch.oddKernel': ({ name, shape }, words) =>
    zh`${words.quote(name)}的行数应为列数的 1、3 或 4 倍，但其形状为 [${shape}]；请选择 torch.nn.RNN、GRU 或 LSTM 的权重`,
  'torch.otherSize': ({ least, most, found }, words) =>
    zh`隐藏单元应有 ${words.number(least)} 到 ${words.number(most)} 个，但实际有 ${words.number(found)} 个；请选择大小合适的网络的权重`,
  'torch.otherShape': ({ hiddenUnits, name, shape, found }, words) =>
    zh`有 ${words.number(hiddenUnits)} 个隐藏单元时，${words.quote(name)}的形状应为 [${shape}]，但实际为 [${found}]；请选择各数组彼此相符的权重`,
  'torch.secondBias': ({ first, second, number, value }, words) =>
    zh`TensorFlow 系列的网络只有一个偏置，因此${words.quote(second)}应为零，但其中第 ${words.number(number)} 个数为 ${value}；请把它加到${words.quote(first)}上`,
  'torch.bothDirections': ({ name }, words) =>
    zh`网络应只沿时间正向运行，但其中有${words.quote(name)}；请选择 bidirectional=False 的网络的权重`,
  'torch.projection': ({ name }, words) =>
    zh`网络应不经投影传递完整的隐藏状态，但其中有${words.quote(name)}；请选择 proj_size=0 的 torch.nn.LSTM 的权重`,
  'torch.otherInputs': ({ most, found }, words) =>
    zh`每个时间步应有 1 到 ${words.number(most)} 个输入，但实际有 ${words.number(found)} 个；请选择 input_size 不超过 ${words.number(most)} 的网络的权重`,
  'torch.otherOutputs': ({ most, found }, words) =>
    zh`每个时间步应有 1 到 ${words.number(most)} 个输出，但实际有 ${words.number(found)} 个；请选择 torch.nn.Linear 的 out_features 不超过 ${words.number(most)} 的权重`,
  'torch.missing': ({ names }, words) => zh`缺少${words.quotedList(names)}；${SAVE_A_MODULE}`,
  'torch.notPartOfIt': ({ names }, words) => zh`${words.quotedList(names)}不属于这样的网络；${SAVE_A_MODULE}`,
  'torch.partMissing': ({ names }, words) =>
    zh`缺少与其余数组配套的${words.quotedList(names)}；请重新保存完整的 state_dict`,
  'torch.noRecurrentLayer': ({ found }, words) =>
    zh`其中应有循环层，数组名形如“rnn.weight_ih_l0”，但${found.length === 0 ? '没有任何数组' : zh`实际有${words.few(found)}`}；${SAVE_A_MODULE}`,
  'torch.alsoHas': ({ found }, words) =>
    zh`其中应只有循环层和一个 Linear，但还有${words.few(found)}；${SAVE_A_MODULE}`,
  'torch.severalNetworks': ({ modules, matrices }, words) =>
    zh`其中应只有一个网络，但有循环模块${words.quotedList(modules)}以及矩阵${words.quotedList(matrices)}；${SAVE_A_MODULE}`,
  'torch.notOneReadout': ({ found }, words) =>
    zh`其中应有一个读出层，即 torch.nn.Linear，但${found.length === 0 ? '没有' : zh`实际有${words.few(found)}`}；${SAVE_A_MODULE}`,
  'torch.matrix': ({ path, shape }, words) => `${words.quote(path)} [${shape}]`,
  'torch.moduleOf': ({ path, kind }, words) => zh`${words.quote(path)}（${words.say(kind)}）`,
  'torch.module': ({ path }, words) => words.quote(path),
  'torch.batchNormalisation': '批归一化',
  'torch.attention': '注意力层',
  'torch.normedWeight': '归一化的权重',
  'torch.initialState': '初始状态',
  'torch.normalisation': '归一化',
  'torch.convolution': '卷积',
  'torch.encoderAndDecoder': ({ path }, words) =>
    zh`各循环层应依次相连，但从名称看，${words.quote(path)}是编码器与解码器的一部分；${FED_BY_EACH_OTHER}`,
  'torch.unlikeModules': ({ first, other }, words) =>
    zh`各循环层的单元类型和大小应相同，但${kernelOf(first, words)}，而${kernelOf(other, words)}；${FED_BY_EACH_OTHER}`,
  'torch.orderUnknown': ({ paths }, words) =>
    zh`其中有 ${words.number(paths.length)} 个循环模块：${words.quotedList(paths)}，但看不出它们以什么顺序相连；${FED_BY_EACH_OTHER}`,
  'torch.otherOrder': ({ paths, hidden, path, found }, words) =>
    zh`各循环模块应按名称的顺序依次相连：${words.quotedList(paths)}，除第一个外各接收 ${words.number(hidden)} 个数，但${words.quote(path)}接收 ${words.number(found)} 个；${FED_BY_EACH_OTHER}`,
}
