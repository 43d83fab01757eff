import { fieldsOf } from '../../base/parsed-json'

/** Fields of something in a model's JSON text, none of them checked. */
export type Fields = Readonly<Record<string, unknown>>

/** A layer as a model lists it, of Keras 2 or 3 or of TensorFlow.js. */
export type Layer = {
  /** `LSTM`, or whatever stands there. */
  readonly className: string
  readonly name: string
  readonly config: Fields
  /** Whether its class is of Keras itself: what any other computes is in somebody's code, not in the file. */
  readonly known: boolean
  /** Whether it is no layer, but what `+` or a function of Keras does to outputs of layers. */
  readonly operation: boolean
}

/** A layer of a chain: what it is, how it is called, and where the model keeps its arrays. */
export type PlacedLayer = Layer & {
  /** The names of its group and of those around it, one for each model that it is in: `['sequential_1', 'lstm']`. */
  readonly groups: readonly string[]
  /** The layer of the whole model that it is in, or is: files of Keras 2 keep all arrays of that in one list. */
  readonly top: string
  /** Whether its arrays are trained: that list has first those that are. */
  readonly trainable: boolean
}

/** Where Keras itself has its classes: `keras.layers`, `keras.src.ops.numpy`, `tf_keras.src.engine.functional`. */
const MODULES = /^(?:keras|tf_keras|tensorflow\.(?:python\.)?keras)(?:\.|$)/

/** Reads a layer; one that is none comes out with a class and a name of nothing. */
export function layerOf(listed: unknown): Layer {
  const { class_name, config, module, registered_name, name } = fieldsOf(listed)
  const fields = fieldsOf(config)
  const named = typeof fields.name === 'string' ? fields.name : name
  const className = typeof class_name === 'string' ? class_name : ''
  return {
    className,
    name: typeof named === 'string' ? named : '',
    config: fields,
    known: isOfKeras(className, module, registered_name),
    operation: /OpLambda$/.test(className) || (typeof module === 'string' && /\.ops(?:\.|$)/.test(module)),
  }
}

/** Files that are older than these two fields have a custom class's package in its name: `Custom>LSTM`. */
function isOfKeras(className: string, module: unknown, registered: unknown): boolean {
  if (className === '' || className.includes('>')) return false
  if (module !== undefined && !(typeof module === 'string' && MODULES.test(module))) return false
  return registered === undefined || registered === null || registered === className
}

/**
 * The name of a group of arrays, from a class (keras/src/utils/naming.py, `to_snake_case`): `simple_rnn`.
 */
export function snakeCase(className: string): string {
  return className
    .replace(/\W+/g, '')
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
}

/** Names the groups of things that lie in one container: the first of a class has its name, those after it a number. */
export function groupNames(classNames: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return classNames.map((className) => {
    const name = snakeCase(className)
    const index = seen.get(name) ?? 0
    seen.set(name, index + 1)
    return index === 0 ? name : `${name}_${index}`
  })
}
