import { formatMark } from '../../../store/words/format'

/** A number in three digits, a dash where it is not finite. */
export function inThree(value: number): string {
  return Number.isFinite(value) ? formatMark(Number(value.toPrecision(3))) : '–'
}
