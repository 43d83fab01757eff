import type { Translated } from './catalogue'
import type { en } from './en'
import { transition } from './zh/transition'
import { weightFiles } from './zh/weight-files'

/** Every Chinese sentence of the app. */
export const zh: Translated<typeof en> = { ...transition, ...weightFiles }
