import type { Translated } from '../../catalogue'
import { type figures as en, short } from '../../en/run/figures'

export const figures: Translated<typeof en> = {
  'figures.loss': ({ value }, words) =>
    value !== null && !Number.isFinite(value) ? '不是数' : short(value, words),
}
