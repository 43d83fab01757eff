import { text } from '@contract/language/texts'
import * as v from 'valibot'
import { readKept, type Tell, writeJson } from '../base/json-file'
import type { Log } from '../base/log'

/** Milliseconds between the ends of two saves that nobody asked for, at least. */
const LEAST_PAUSE = 2_000
/** The part of the time that such saves may take. */
const SHARE = 0.05

/** When a run may be saved by itself: not before it would take more of the time than it may. */
export type AutosavePace = {
  /** A save has ended, after so many milliseconds. */
  readonly ended: (took: number) => void
  /** Milliseconds to wait; 0 where none. */
  readonly wait: () => number
}

/** @param now milliseconds since some fixed moment */
export function createAutosavePace(now: () => number): AutosavePace {
  let dueAt = Number.NEGATIVE_INFINITY
  return {
    ended: (took) => {
      dueAt = now() + Math.max(LEAST_PAUSE, took / SHARE)
    },
    wait: () => Math.max(0, dueAt - now()),
  }
}

/** Whether runs with a project file are saved to it by themselves: as long as nobody has said otherwise. */
export type AutosaveChoice = { readonly on: () => boolean; readonly set: (on: boolean) => void }

const FILE = v.object({ on: v.boolean() })

/** Keeps it in a small file. */
export function openAutosaveChoice(file: string, log: Log, tell: Tell): AutosaveChoice {
  let on = readKept(file, FILE, text('keptData.autosave'), tell)?.on ?? true
  return {
    on: () => on,
    set: (chosen) => {
      on = chosen
      try {
        writeJson(file, { on })
      } catch (error) {
        log.error('whether projects are saved by themselves was not written', error)
      }
    },
  }
}
