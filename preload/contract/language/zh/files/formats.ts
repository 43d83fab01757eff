import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { formats as en } from '../../en/files/formats'

export const formats: Translated<typeof en> = {
  'formats.safetensors': 'safetensors',
  'formats.safetensorsPurpose': '用于 PyTorch（load_state_dict），也用于在 Unroll 中继续训练。',
  'formats.npz': 'NumPy 归档',
  'formats.npzPurpose': '用于 NumPy 以及能读取其数组的程序，数组名采用 PyTorch 或 Keras 的。',
  'formats.keras': 'Keras 权重',
  'formats.kerasPurpose': '用于 Keras 3：load_weights 把它载入层相同的模型。',
  'formats.kerasLacks': 'RNN 或 LSTM 单元的第二个偏置：Keras 只有一个，写入的是两者之和。',
  'formats.tfjs': 'TensorFlow.js 模型',
  'formats.tfjsPurpose': '用于浏览器（tf.loadLayersModel）；权重在另一个文件 .weights.bin 中。',
  'formats.tfjsLacks': '状态从窗口到窗口的传递，以及单元的第二个偏置：它被加到第一个上。',
  'formats.onnx': 'ONNX 模型',
  'formats.onnxPurpose': '用于任何 ONNX 运行时：输入一个窗口及其状态，输出预测和状态。',
  'formats.onnxLacks': '载入：Unroll 能写这种文件，但不能载入。',
  'formats.csv': '各次更新的表格',
  'formats.csvPurpose': '用于电子表格或 pandas：每次更新的每个时间步占一行，带有损失。',
  'formats.csvLacks': '权重：其中只有预测。',
  'formats.optimizerLacks': '优化器的状态；载入文件后，优化器从头开始。',
  'formats.unknownEnding': ({ endings, name }, words) =>
    zh`权重文件的名字必须以 ${words.list(endings, 'or')} 结尾，但它是${words.quote(name)}；请使用所要格式的结尾。`,
  'formats.diverged':
    '这次运行已发散：它的权重已经不能预测任何东西。请降低学习率并按“重置”；各次更新的表格仍可导出。',
  'formats.otherGru': 'TensorFlow.js 的 GRU 与这里的 GRU 是不同的函数；请选择 Keras、ONNX 或其他格式。',
}
