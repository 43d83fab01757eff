import { fieldsOf } from '../../base/parsed-json'

/**
 * The name of an activation, or null for one that is no name: Keras writes its own as their names, since 2.13 also as
 * `{ module, class_name: 'function', config: name }`, and looks that name up among its own when it loads.
 */
export function activationOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  // What `activation=None` means, which TensorFlow.js writes so.
  if (value === null) return 'linear'
  const { class_name, config, module, registered_name } = fieldsOf(value)
  const ofKeras =
    module === 'builtins' ? registered_name === 'function' || !registered_name : isOfKeras(module)
  return class_name === 'function' && ofKeras && typeof config === 'string' ? config : null
}

function isOfKeras(module: unknown): boolean {
  return typeof module === 'string' && /^(?:tf_)?keras\.(?:src\.)?activations/.test(module)
}

/** The name of a data type or of a policy: `float32`, `mixed_float16`; null where none is told. */
export function policyOf(dtype: unknown): string | null {
  if (typeof dtype === 'string') return dtype
  if (dtype === undefined || dtype === null) return null
  const { class_name, config } = fieldsOf(dtype)
  // A quantized policy has a mode in place of a name, `int8`, or one that says so: `int8_from_float32`.
  const { name, mode } = fieldsOf(config)
  return String(name ?? mode ?? class_name).slice(0, 60)
}

/** Whether a field is left out, null or false. */
export function isOff(value: unknown): boolean {
  return value === undefined || value === null || value === false
}
