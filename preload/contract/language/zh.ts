import type { Translated } from './catalogue'
import type { en } from './en'
import { transition } from './zh/transition'

/** Every Chinese sentence of the app. */
export const zh: Translated<typeof en> = { ...transition }
