import type { Words } from '../../words'

type Kernels = { kernel: string; recurrentKernel: string }
type Shapes = Kernels & { bias: string }

/** Why arrays cannot be those of a network in Keras's or ONNX's layout: parts of the sentences of `weightFiles`. */
export const layouts = {
  'layouts.readOut': ({ kernel, bias }: { kernel: string; bias: string }) =>
    `the read-out should have a kernel [hidden, 1] and a bias [1], but has ${kernel} and ${bias}; choose weights whose last layer is Dense(1)`,
  'layouts.otherSizes': ({ sizes }: { sizes: readonly number[] }, words: Words) =>
    `its layers should be of one size, but have ${words.list(sizes.map(words.number))} hidden units; choose a network of layers of one size`,
  'layouts.otherCells': ({ columns }: { columns: readonly string[] }, words: Words) =>
    `its layers should be of one cell, but have ${words.list(columns)} columns in their recurrent kernels for each hidden unit; choose a network of layers of one cell`,
  'layouts.noLayer': ({ layer, kernel, recurrentKernel, bias }: Shapes & { layer: number }) =>
    `kernel, recurrent kernel and bias of layer ${layer} should be [inputs, gates · hidden], [hidden, gates · hidden] and [gates · hidden] for 1, 3 or 4 gates, but are ${kernel}, ${recurrentKernel} and ${bias}; choose weights of SimpleRNN, GRU or LSTM layers`,
  'layouts.otherColumns': ({ layer, kernel, recurrentKernel }: Kernels & { layer: number }) =>
    `the kernel of layer ${layer} should have as many columns as its recurrent kernel, but they are ${kernel} and ${recurrentKernel}; choose weights of SimpleRNN, GRU or LSTM layers`,
  'layouts.resetBefore': ({ layer }: { layer: number }) =>
    `layer ${layer}, a GRU, should have its reset gate after the recurrent product, as PyTorch has it and Keras with reset_after=True, but has one bias and so reset_after=False; choose weights of the other form`,
  'layouts.otherBias': ({
    layer,
    recurrentKernel,
    bias,
    wanted,
  }: Shapes & { layer: number; wanted: string }) =>
    `the bias of layer ${layer} should be ${wanted} for its recurrent kernel ${recurrentKernel}, but is ${bias}; choose weights of SimpleRNN, GRU or LSTM layers`,
  'layouts.noOnnxLayer': ({ layer, shapes }: { layer: number; shapes: readonly string[] }, words: Words) =>
    `W, R and B of layer ${layer} should be [1, gates · hidden, inputs], [1, gates · hidden, hidden] and [1, 2 · gates · hidden], but are ${words.list(shapes)}; export the model again`,
  'layouts.onnxReadOut': ({ found }: { found: string }) =>
    `the kernel of the read-out should be [hidden, 1], but is ${found}; export the model again`,
}
