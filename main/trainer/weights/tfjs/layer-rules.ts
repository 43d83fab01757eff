/** What a field of a layer must be for the layer to be the function that we compute. */
export type Rule = {
  readonly field: string
  /** In words, for a sentence. */
  readonly wanted: string
  readonly values: readonly unknown[]
}

function rule(field: string, ...values: readonly unknown[]): Rule {
  // What may be left out or empty is told of only where nothing else will do.
  const said = values.filter((value) => value !== undefined && value !== null)
  const wanted = said.length > 0 ? said.map((value) => JSON.stringify(value)).join(' or ') : 'null'
  return { field, wanted, values }
}

/** Things that change the training alone, but would make it another one when it went on. */
function untrained(...arrays: readonly string[]): Rule[] {
  return [
    ...arrays.map((array) => rule(`${array}_constraint`, null, undefined)),
    ...[...arrays, 'activity'].map((array) => rule(`${array}_regularizer`, null, undefined)),
  ]
}

/*
 * `undefined` where the field may be left out, because the default of TensorFlow.js is what we compute. Fields that
 * change no number, such as `unroll`, `implementation` or the initial values, are not asked for.
 */
const RECURRENT: readonly Rule[] = [
  rule('use_bias', true, undefined),
  rule('return_sequences', true),
  rule('return_state', false, undefined, null),
  rule('go_backwards', false, undefined, null),
  rule('stateful', false, undefined, null),
  rule('time_major', false, undefined, null),
  rule('dropout', 0, undefined, null),
  rule('recurrent_dropout', 0, undefined, null),
  rule('dtype', 'float32', undefined, null),
  ...untrained('kernel', 'recurrent', 'bias'),
]

const RULES: { readonly [Kind in 'SimpleRNN' | 'LSTM' | 'Dense']: readonly Rule[] } = {
  SimpleRNN: [rule('activation', 'tanh', 'relu', undefined), ...RECURRENT],
  LSTM: [rule('activation', 'tanh', undefined), rule('recurrent_activation', 'sigmoid'), ...RECURRENT],
  Dense: [
    rule('units', 1),
    rule('activation', 'linear', undefined, null),
    rule('use_bias', true, undefined),
    rule('dtype', 'float32', undefined, null),
    ...untrained('kernel', 'bias'),
  ],
}

/** The first rule for such a layer that its fields break; null for a layer that we compute. */
export function findOtherField(
  config: Readonly<Record<string, unknown>>,
  kind: keyof typeof RULES,
): Rule | null {
  return RULES[kind].find(({ field, values }) => !values.includes(config[field])) ?? null
}
