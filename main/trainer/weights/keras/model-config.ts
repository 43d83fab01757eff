import { ok, type Result } from '@contract/result'
import type { CellName } from '@contract/settings/run-config'
import { damaged, mismatch, quoted } from '../base/file-sentence'
import { fieldsOf, parsedJson } from '../base/parsed-json'

/** Settings of a recurrent layer in Keras that must be as Unroll computes; where there is no such setting, it is. */
const EXPECTED: readonly (readonly [string, unknown])[] = [
  ['recurrent_activation', 'sigmoid'],
  ['use_bias', true],
  ['go_backwards', false],
  ['reset_after', true],
]

const CELLS: Readonly<Record<string, CellName | undefined>> = Object.assign(Object.create(null), {
  SimpleRNN: 'rnn-tanh',
  GRU: 'gru',
  LSTM: 'lstm',
})

/**
 * Tells from the `config.json` of a `.keras` archive which cell the model has: the arrays alone do not tell tanh from
 * relu. Fails with `weights-mismatch` when a layer is another function than any cell of Unroll's.
 */
export function cellOfModel(text: string): Result<CellName> {
  const model = fieldsOf(parsedJson(text))
  const listed = fieldsOf(model.config).layers
  if (!Array.isArray(listed)) return damaged('"config.json" should list the layers of a model, but does not')
  const layers = listed.map((layer) => {
    const { class_name, config } = fieldsOf(layer)
    return { className: String(class_name), config: fieldsOf(config) }
  })
  const recurrent = layers.filter(({ className }) => CELLS[className] !== undefined)
  const [first] = recurrent
  if (!first)
    return mismatch(
      `it should have SimpleRNN, GRU or LSTM layers, but has ${quoted(layers.map(({ className }) => className).join(', '))}; choose a model of these`,
    )
  for (const { className, config } of recurrent) {
    const odd = EXPECTED.find(([name, value]) => name in config && config[name] !== value)
    if (odd)
      return mismatch(
        `its ${className} should have ${odd[0]}=${String(odd[1])}, but has ${quoted(String(config[odd[0]]))}; choose a model of layers with that`,
      )
    const { activation } = config
    const relu = className === 'SimpleRNN' && activation === 'relu'
    if ((activation !== 'tanh' && !relu) || activation !== first.config.activation)
      return mismatch(
        `its ${className} layers should all have the activation tanh${className === 'SimpleRNN' ? ', or all relu' : ''}, but one has ${quoted(String(activation))}; choose a model of such layers`,
      )
  }
  const dense = layers.find(({ className }) => className === 'Dense')
  if (dense && dense.config.activation !== 'linear')
    return mismatch(
      `its Dense layer should have no activation, but has ${quoted(String(dense.config.activation))}; choose a model that ends in Dense(1)`,
    )
  return ok(first.config.activation === 'relu' ? 'rnn-relu' : (CELLS[first.className] as CellName))
}
