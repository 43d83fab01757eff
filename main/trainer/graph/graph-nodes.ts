import { type NodeMessage, shapeMessage } from './messages'
import type { RecordedConstant, Recording, Source, ValueType } from './recording'

/** Writes a recording down as a graph: placeholders, constants, the recorded ops, and an identity for each output. */
export function graphNodes({ inputs, constants, nodes, outputs }: Recording): NodeMessage[] {
  return [
    ...inputs.map((type, index) => placeholder(`input${index}`, type)),
    ...constants.map((constant, index) => constantNode(`constant${index}`, constant)),
    ...nodes.map(({ op, attributes, inputs: from }, index) => ({
      name: `node${index}`,
      op,
      input: from.map(nameOf),
      attr: attributes,
    })),
    ...outputs.map(({ source, dtype }, index) => ({
      name: `output${index}`,
      op: 'Identity',
      input: [nameOf(source)],
      attr: { T: { type: dtype } },
    })),
  ]
}

/** The names by which so many inputs are fed, as the binding wants them. */
export function inputNames(count: number): string {
  return Array.from({ length: count }, (_, index) => `input${index}:0`).join()
}

/** The names by which so many outputs are fetched, as the binding wants them. */
export function outputNames(count: number): string {
  return Array.from({ length: count }, (_, index) => `output${index}:0`).join()
}

function nameOf(source: Source): string {
  switch (source.kind) {
    case 'input':
      return `input${source.index}`
    case 'constant':
      return `constant${source.index}`
    case 'node':
      return source.output === 0 ? `node${source.index}` : `node${source.index}:${source.output}`
  }
}

function placeholder(name: string, { shape, dtype }: ValueType): NodeMessage {
  const attr = { dtype: { type: dtype }, shape: { shape: shapeMessage(shape) } }
  return { name, op: 'Placeholder', input: [], attr }
}

function constantNode(name: string, { shape, dtype, bytes }: RecordedConstant): NodeMessage {
  const tensor = { dtype, tensorShape: shapeMessage(shape), tensorContent: bytes }
  return { name, op: 'Const', input: [], attr: { dtype: { type: dtype }, value: { tensor } } }
}
