import { formatOfName } from '@contract/files/weight-formats'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'

/** What lies beside a weight file and is not one itself: its numbers, or the script that loads it. */
const BESIDE = ['.bin', '.py']

/** Which of the dropped files is to be loaded; what an export wrote may be dropped together. */
export function chooseDropped(names: readonly string[]): Result<number> {
  const isBeside = (name: string) => BESIDE.some((ending) => name.toLowerCase().endsWith(ending))
  const [first] = names
  if (names.length === 1 && first !== undefined) {
    if (!first.toLowerCase().endsWith('.bin')) return ok(0)
    return fail('file-not-weights', text('notices.dropHoldsNumbers', { name: first }))
  }
  const weights = names.findIndex((name) => formatOfName(name, 'load').ok)
  if (weights >= 0 && names.filter(isBeside).length === names.length - 1) return ok(weights)
  return fail('file-not-weights', text('notices.dropOne', { count: names.length }))
}
