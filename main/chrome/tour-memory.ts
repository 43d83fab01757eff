import { text } from '@contract/language/texts'
import * as v from 'valibot'
import { readKept, type Tell, writeJson } from '../base/json-file'
import type { Log } from '../base/log'

/** Whether a person has seen the tour, or has had enough of it. */
export type TourMemory = { readonly due: () => boolean; readonly end: () => void }

const FILE = v.object({ ended: v.boolean() })

/** Keeps it in a small file, so that the tour comes by itself only once. */
export function openTourMemory(file: string, log: Log, tell: Tell): TourMemory {
  let ended = readKept(file, FILE, text('keptData.tour'), tell)?.ended ?? false
  return {
    due: () => !ended,
    end: () => {
      if (ended) return
      ended = true
      try {
        writeJson(file, { ended })
      } catch (error) {
        log.error('the end of the tour was not written', error)
      }
    },
  }
}
