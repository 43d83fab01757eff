/** What goes into a model: the curve, and the states before the window. */
export const INPUTS = { curve: 'X', states: ['h', 'c'] } as const

/** What comes out of it: predictions, and the states after the window. */
export const OUTPUTS = { predictions: 'predictions', states: ['h_after', 'c_after'] } as const

/** Arrays that are in the file: the letters are those of ONNX, the layer's number that of PyTorch. */
export const INITIALIZERS = {
  w: (layer: number) => `rnn.W_l${layer}`,
  r: (layer: number) => `rnn.R_l${layer}`,
  b: (layer: number) => `rnn.B_l${layer}`,
  readoutKernel: 'out.W',
  readoutBias: 'out.B',
  /** The axis for the direction, which every recurrent operator puts in. */
  directionAxis: 'direction_axis',
} as const
