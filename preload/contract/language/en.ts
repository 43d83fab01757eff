import { transition } from './en/transition'

/** Every English sentence of the app by its id, which begins with its area. */
export const en = { ...transition }
