import type { Translated } from '../catalogue'
import type { transition as en } from '../en/transition'

export const transition: Translated<typeof en> = {
  plain: ({ sentence }) => sentence,
}
