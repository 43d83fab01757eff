import { basename } from 'node:path'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { LESSON } from '@contract/settings/lesson'
import { parseSettings } from '@contract/settings/parse-settings'
import type { CellName, RunConfig, Settings } from '@contract/settings/run-config'
import { settingsOf } from '@contract/settings/settings'
import { readFileCapped } from '../../disk/read-file'
import { stateShapes } from '../../trainer/network/shape/cell-shapes'
import type { NamedArrays } from '../../trainer/network/shape/named-arrays'
import { networkOf } from '../../trainer/network/shape/network-of'
import { DamagedReference } from './damaged-reference'
import { type ReferenceUpdate, readUpdates } from './reference-updates'
import { numbersIn, readReferenceWeights, type WrittenWeights } from './reference-weights'

/** A whole run of another framework, in the app's own terms. */
export type Reference = {
  /** Who made it: `torch 2.13.0+cpu`. */
  readonly framework: string
  readonly config: RunConfig
  readonly initial: NamedArrays
  readonly updates: readonly ReferenceUpdate[]
  readonly final: NamedArrays
  /** h, and for the LSTM c after it; each [layer, batch, hidden]. */
  readonly finalState: readonly Float32Array[]
}

type Fields = Readonly<Record<string, unknown>>

/** The cells that Python calls otherwise. */
const CELLS: Readonly<Record<string, CellName>> = { rnn: 'rnn-tanh' }
/** What the scripts of TensorFlow do not write, as they know no other. */
const TENSORFLOW: Partial<Settings> = {
  family: 'tensorflow',
  optimizer: 'adam-tensorflow',
  readout: 'batched',
}

/** The largest file that is read, in bytes: some seventy times the longest run that is recorded here. */
const MAX_BYTES = 16 * 1024 * 1024
const KIND = { content: text('compare.referenceRun'), choose: text('compare.chooseReferenceRun') }

/** Reads a reference file; the error is one sentence that names it. */
export async function readReference(path: string): Promise<Result<Reference>> {
  const bytes = await readFileCapped(path, MAX_BYTES, KIND)
  if (!bytes.ok) return bytes
  try {
    return ok(referenceIn(JSON.parse(new TextDecoder().decode(bytes.value))))
  } catch (error) {
    if (!(error instanceof DamagedReference || error instanceof SyntaxError)) throw error
    const why = error instanceof DamagedReference ? error.why : text('compare.noJson')
    return fail('file-unreadable', text('compare.noWholeRun', { name: basename(path), why }))
  }
}

/** @throws DamagedReference with what is wrong */
function referenceIn(value: unknown): Reference {
  const file = fields(value, null)
  const config = configIn(file)
  const { framework, finalState } = file
  const shapes = stateShapes(networkOf(config), config.training.batch)
  // TensorFlow's programs keep the state of their one layer without the layer's own dimension.
  const states = config.network.family === 'tensorflow' ? [finalState] : finalState
  if (!Array.isArray(states) || states.length !== shapes.length)
    throw new DamagedReference(text('compare.noStates', { count: shapes.length }))
  return {
    framework: String(framework),
    config,
    initial: readReferenceWeights(fields(file.initial, 'initial') satisfies WrittenWeights, config),
    updates: readUpdates(file.updates, fields(file.options, 'options').windowLengths, config),
    final: readReferenceWeights(fields(file.final, 'final'), config),
    finalState: shapes.map((shape, i) => numbersIn(states[i], shape, 'finalState')),
  }
}

/** The run's settings from the file's options, which have Python's names, and from the framework. */
function configIn({ options, framework }: Fields): RunConfig {
  const { cell, hidden, lr, windowLengths, ...same } = fields(options, 'options')
  const name = String(framework)
  const tensorflow = name.startsWith('tensorflow')
  if (!tensorflow && !name.startsWith('torch')) throw new DamagedReference(text('compare.noFramework'))
  const config = parseSettings({
    ...settingsOf(LESSON),
    ...(tensorflow ? TENSORFLOW : {}),
    // Of the same name in Python and here; older files leave some out that were not theirs to choose.
    ...same,
    cell: typeof cell === 'string' && Object.hasOwn(CELLS, cell) ? CELLS[cell] : cell,
    hiddenUnits: hidden,
    learningRate: lr,
    span: Array.isArray(windowLengths) ? 'random' : 'one',
    shown: 'before-update',
  })
  if (config.ok) return config.value
  throw new DamagedReference(config.error.text)
}

function fields(value: unknown, field: string | null): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields
  throw new DamagedReference(text('compare.noObject', { field }))
}
