import type { RecordedNode, Recording } from './recording'

/**
 * The same recording with `MatMul` for products of two matrices. tfjs-node knows only `BatchMatMulV2`, which finds out
 * at every run that the batch is one; the products are the same to the last bit (unless oneDNN is switched on).
 */
export function withPlainProducts(recording: Recording): Recording {
  return { ...recording, nodes: recording.nodes.map(plainProduct) }
}

function plainProduct(node: RecordedNode): RecordedNode {
  const { op, attributes, outputs } = node
  const { T, adj_x, adj_y } = attributes
  if (op !== 'BatchMatMulV2' || outputs[0]?.shape.length !== 2 || !T || !adj_x || !adj_y) return node
  return { ...node, op: 'MatMul', attributes: { T, transpose_a: adj_x, transpose_b: adj_y } }
}
