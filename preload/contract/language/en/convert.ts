import { nounFor } from '../english'

export const convert = {
  'convert.usage': ({ usage }: { usage: string }) => `Usage: ${usage} IN OUT [options]`,
  'convert.about': `Writes the weights of one file as another, in the format that its ending says, then reads it back and tells how far its
predictions are from those of the first. Every format but ONNX can be read.`,
  'convert.cellHelp': 'rnn-relu for a simple RNN with relu, when the file does not say (rnn-tanh)',
  'convert.twoFiles': ({ count }: { count: number }) =>
    `convert must have two files, the one to read and the one to write, but ${count} ${nounFor(count, 'was', 'were')} given; name both.`,
}
