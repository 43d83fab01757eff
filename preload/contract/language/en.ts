import { transition } from './en/transition'
import { weightFiles } from './en/weight-files'

/** Every English sentence of the app by its id, which begins with its area. */
export const en = { ...transition, ...weightFiles }
