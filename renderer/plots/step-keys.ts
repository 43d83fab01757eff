import type { KeyboardEvent } from 'react'

/**
 * Where a key leads along some steps: arrows by one, Page Up and Page Down by a tenth, Home and End to the ends, Escape away.
 * Undefined for every other key.
 *
 * @param at the present step, null for none; steps are counted from 0
 */
export function stepOfKey(
  { key, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  at: number | null,
  steps: number,
): number | null | undefined {
  if (ctrlKey || metaKey || altKey) return undefined
  const leap = Math.max(1, Math.round(steps / 10))
  const within = (step: number) => Math.min(steps - 1, Math.max(0, step))
  switch (key) {
    case 'ArrowRight':
      return within(at === null ? 0 : at + 1)
    case 'ArrowLeft':
      return within(at === null ? steps - 1 : at - 1)
    case 'PageUp':
      return within((at ?? 0) + leap)
    case 'PageDown':
      return within((at ?? steps) - leap)
    case 'Home':
      return 0
    case 'End':
      return steps - 1
    case 'Escape':
      return null
    default:
      return undefined
  }
}
