import { text } from '@contract/language/texts'
import { ok, type Result } from '@contract/result'
import type { File, Group } from 'h5wasm'
import { mismatch } from '../../base/file-sentence'
import type { KerasLayer } from '../../layouts/keras-layout'
import { isGroup } from '../hdf5/hdf5'
import { classOf, MODELS, PASSED_OVER, RECURRENT } from '../layer-names'
import { METADATA } from '../write-tree'
import { type ArrayReader, createArrayReader } from './arrays'
import { containerIn, type ReadArrays } from './groups'
import { biasOr, kindOfKernel } from './kernels'

/** More groups in `layers` than any network of ours has, with room for those that do not count. */
const MAX_GROUPS = 32
const MAX_DEPTH = 8

/**
 * Reads the tree that `writeTree` writes, and `save_weights` of Keras 3: arrays in groups that are called after classes of
 * layers. It tells of no activation and not how layers are connected; of several recurrent layers those of one model and
 * one class are in order. What an optimiser keeps is passed over.
 */
export function readTree(file: File): Result<ReadArrays> {
  const container = containerIn(file)
  if (container === undefined) throw new Error('expected a group of layers, but found none')
  const top = file.get(container)
  const places = isGroup(top) ? layersIn(top, container, 0) : ok([])
  if (!places.ok) return places
  const sorted = sortLayers(places.value, (place) => isReadout(file, place))
  if (!sorted.ok) return ofOwnClass(file, container) ?? sorted
  const { recurrent, readout } = sorted.value
  const reader = createArrayReader()
  const layers: KerasLayer[] = []
  for (const place of recurrent) {
    const layer = readLayer(file, place, reader)
    if (!layer.ok) return layer
    layers.push(layer.value)
  }
  const vars = `${readout.path}/${readout.className === 'dense' ? 'vars' : 'layer/vars'}`
  const [kernel, bias] = [reader.read(file, `${vars}/0`), reader.read(file, `${vars}/1`)]
  if (!kernel.ok) return kernel
  if (!bias.ok) return bias
  if (!kernel.value) return nothingAt(vars, 2)
  const arrays = {
    layers,
    readout: {
      kernel: kernel.value,
      bias: biasOr(bias.value, { columns: kernel.value.shape[1] ?? 0, gates: 1 }),
    },
  }
  return ok({
    arrays,
    notes: [
      { kind: 'defaults', file: 'Keras 3', gated: recurrent[0]?.className !== 'simple_rnn' },
      ...reader.notes(),
    ],
  })
}

/** What a subclass of Model keeps in attributes of its own has groups of their names beside that of its layers. */
function ofOwnClass(file: File, container: string) {
  const own = file.keys().filter((name) => ![container, 'vars', 'optimizer', METADATA].includes(name))
  return own.length === 0 ? null : mismatch(text('kerasFile.ownClass', { groups: own }))
}

type Place = {
  readonly path: string
  readonly parent: string
  readonly className: string
  readonly index: number
}

/** All layers that count, those of models in the model among them. */
function layersIn(group: Group, parent: string, depth: number): Result<readonly Place[]> {
  const names = group.keys()
  if (names.length > MAX_GROUPS) return mismatch(text('kerasFile.manyGroups', { found: names.length }))
  const places: Place[] = []
  for (const name of names) {
    const place = { path: `${parent}/${name}`, parent, ...classOf(name) }
    if (PASSED_OVER.has(place.className)) continue
    if (!MODELS.has(place.className)) {
      places.push(place)
      continue
    }
    const container = parent.slice(parent.lastIndexOf('/') + 1)
    const inner = group.get(`${name}/${container}`)
    if (!isGroup(inner) || depth === MAX_DEPTH) continue
    const found = layersIn(inner, `${place.path}/${container}`, depth + 1)
    if (!found.ok) return found
    places.push(...found.value)
  }
  return ok(places)
}

/** A Dense layer, or one at every time step; TimeDistributed may as well hold a layer that has no weights. */
function isReadout(file: File, { path, className }: Place): boolean {
  if (className !== 'time_distributed') return className === 'dense'
  const vars = file.get(`${path}/layer/vars`)
  return isGroup(vars) && vars.keys().length > 0
}

/** Tells the recurrent layers, in order, and the read-out by the names of their groups. */
function sortLayers(
  layers: readonly Place[],
  isReadout: (place: Place) => boolean,
): Result<{ readonly recurrent: readonly Place[]; readonly readout: Place }> {
  const foreign = layers.find((place) => RECURRENT[place.className] === undefined && !isReadout(place))
  if (foreign) return mismatch(text('kerasFile.otherLayer', { path: foreign.path }))
  const recurrent = layers
    .filter(({ className }) => RECURRENT[className] !== undefined)
    .sort((a, b) => a.index - b.index)
  const classes = new Set(recurrent.map(({ className }) => className))
  if (classes.size !== 1) return mismatch(text('kerasFile.severalClasses', { classes: [...classes] }))
  if (new Set(recurrent.map(({ parent }) => parent)).size > 1)
    return mismatch(text('kerasFile.severalModels', { paths: recurrent.map(({ path }) => path) }))
  const readouts = layers.filter(isReadout)
  const [readout] = readouts
  if (readouts.length !== 1 || !readout)
    return mismatch(text('kerasFile.otherDenseCount', { found: readouts.length }))
  return ok({ recurrent, readout })
}

function readLayer(file: File, { path, className }: Place, { read }: ArrayReader): Result<KerasLayer> {
  const vars = `${path}/cell/vars`
  const found = [0, 1, 2].map((number) => read(file, `${vars}/${number}`))
  for (const each of found) if (!each.ok) return each
  const [kernel, recurrentKernel, bias] = found.map((each) => (each.ok ? each.value : null))
  if (!kernel || !recurrentKernel) return nothingAt(vars, 3)
  const kind = kindOfKernel(recurrentKernel)
  const gates = RECURRENT[className] ?? 0
  if (kind.gates !== gates)
    return mismatch(text('kerasFile.otherColumns', { path, gates, shape: recurrentKernel.shape.join(', ') }))
  return ok({ kernel, recurrentKernel, bias: biasOr(bias, kind) })
}

function nothingAt(place: string, count: number) {
  return mismatch(text('kerasFile.notBuilt', { place, count }))
}
