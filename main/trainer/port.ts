import type { FromTrainer, ToTrainer } from '@contract/wire/trainer-wire'
import type { ParentPort } from 'electron'
import type { TrainerHandlers } from './requests/handlers'
import type { Emit } from './run/emit'

/** The one door to main; Electron's utility process puts it on `process`. */
const port = (process as NodeJS.Process & { readonly parentPort: ParentPort }).parentPort

function post(message: FromTrainer) {
  port.postMessage(message)
}

/** Tells main something. */
export const emit: Emit = (name, payload) => {
  // The pair fits by Emit's own type; a generic pair is more than the compiler can follow.
  post({ kind: 'event', name, payload } as FromTrainer)
}

/** Answers every request from now on. A handler that throws is a bug: it ends the process. */
export function serve(handlers: TrainerHandlers) {
  port.on('message', ({ data }: { data: ToTrainer }) => {
    const handle = handlers[data.name] as (...args: unknown[]) => unknown
    const { id } = data
    void Promise.resolve(handle(...data.args)).then((value) => {
      if (id !== null) post({ kind: 'reply', id, value })
    })
  })
}
