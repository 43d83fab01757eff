import type { Translated } from '../catalogue'
import { zh } from '../chinese'
import type { convert as en } from '../en/convert'

export const convert: Translated<typeof en> = {
  'convert.usage': ({ usage }) => zh`用法：${usage} IN OUT [选项]`,
  'convert.about': `把一个文件中的权重写成另一个文件，格式由后者文件名的结尾决定；随后读回，并说明它的预测与原文件的预测相差
多少。除 ONNX 外，每种格式都可以读取。`,
  'convert.cellHelp': '文件没有说明时，用 rnn-relu 表示带 relu 的简单 RNN（默认 rnn-tanh）',
  'convert.twoFiles': ({ count }) =>
    zh`convert 必须有两个文件，一个用来读取，一个用来写入，给出的却是 ${String(count)} 个；请指定这两个文件。`,
}
