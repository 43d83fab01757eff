import { type NativeBinding, nativeBackend } from '../../../../main/trainer/graph/native/native-binding'

/** Runs `action` while some functions of tfjs-node's binding, whose own cannot be replaced, are others. */
export function withOtherBinding(others: Partial<NativeBinding>, action: () => void): void {
  const backend = nativeBackend()
  const { binding } = backend
  const copy: Record<string, unknown> = {}
  for (const name of Object.getOwnPropertyNames(binding)) {
    const part = (binding as unknown as Readonly<Record<string, unknown>>)[name]
    copy[name] = typeof part === 'function' ? part.bind(binding) : part
  }
  backend.binding = { ...copy, ...others } as NativeBinding
  try {
    action()
  } finally {
    backend.binding = binding
  }
}
