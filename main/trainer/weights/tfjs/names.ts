import { text } from '@contract/language/texts'
import { ok, type Result } from '@contract/result'
import { arraysOf, type ModelPlan, type PlannedArray } from '../keras/model/plan'
import { otherModel } from '../keras/model/sentences'

/** Finds the array of a name among those that are not taken yet. */
export type FindArray = (name: string, taken: ReadonlySet<PlannedArray>) => PlannedArray | 'twice' | null

/**
 * Which array a name means. TensorFlow.js calls it `layer/variable`; Keras puts the name of a cell between them,
 * `lstm/lstm_cell/kernel`, and Keras 3 those of the models around before: `sequential/lstm/lstm_cell/kernel`. A layer's
 * own name may have slashes too. Fails where two layers in different models have one name.
 */
export function nameTable(plan: ModelPlan): Result<FindArray> {
  const layers = new Map<string, PlannedArray[]>()
  for (const array of arraysOf(plan)) {
    const of = layers.get(array.place.name) ?? []
    if (of.some(({ place }) => place.groups.join('/') !== array.place.groups.join('/')))
      return otherModel(text('tfjs.sameLayerNames', { name: array.place.name }))
    layers.set(array.place.name, [...of, array])
  }
  return ok((written, taken) => {
    const name = written.replace(/:\d+$/, '')
    const variable = name.slice(name.lastIndexOf('/') + 1)
    const before = `/${name.slice(0, -variable.length)}`
    // The deepest layer in it, and of these the one with the longest name.
    const layer = [...layers.keys()]
      .map((each) => ({ each, at: before.lastIndexOf(`/${each}/`) }))
      .filter(
        ({ each, at }) =>
          at >= 0 && before.slice(at + each.length + 2).split('/').length <= depthOf(layers.get(each)),
      )
      .sort((a, b) => b.at + b.each.length - (a.at + a.each.length) || b.each.length - a.each.length)[0]?.each
    const arrays = (layers.get(layer ?? '') ?? []).filter((array) => array.variable === variable)
    if (arrays.length === 0) return null
    return arrays.find((array) => !taken.has(array)) ?? 'twice'
  })
}

/** Names between that of a layer and that of a variable, one more for the end: a cell's, or a cell's in a stack of them. */
function depthOf(arrays: readonly PlannedArray[] = []): number {
  return arrays.some(({ place }) => place.below.startsWith('cell/cells/')) ? 3 : 2
}
