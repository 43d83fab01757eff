import type { Recording, Source } from './recording/recording'

/** The same recording without the calls and constants that no output needs. */
export function withoutDeadNodes({ inputs, constants, nodes, outputs }: Recording): Recording {
  const needed = { constant: new Set<number>(), node: new Set<number>(), input: new Set<number>() }
  const need = ({ kind, index }: Source) => needed[kind].add(index)
  for (const { source } of outputs) need(source)
  // A call takes only from earlier ones, so one pass backwards finds everything.
  for (let index = nodes.length - 1; index >= 0; index -= 1)
    if (needed.node.has(index)) nodes[index]?.inputs.forEach(need)

  const places = { constant: placesIn(needed.constant), node: placesIn(needed.node) }
  const moved = (source: Source): Source =>
    source.kind === 'input' ? source : { ...source, index: places[source.kind].get(source.index) as number }
  return {
    inputs,
    constants: constants.filter((_, index) => needed.constant.has(index)),
    nodes: nodes
      .filter((_, index) => needed.node.has(index))
      .map((node) => ({ ...node, inputs: node.inputs.map(moved) })),
    outputs: outputs.map((output) => ({ ...output, source: moved(output.source) })),
  }
}

/** Where each kept index comes to lie when the others are taken out. */
function placesIn(kept: ReadonlySet<number>): ReadonlyMap<number, number> {
  return new Map([...kept].sort((a, b) => a - b).map((index, place) => [index, place]))
}
