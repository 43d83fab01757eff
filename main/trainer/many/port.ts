import type { FromWorker, ToWorker } from '@contract/wire/worker-wire'
import type { ParentPort } from 'electron'

/** The one door of a worker to whoever has started it: the app, or in plain Node the command line or a test. */
type Port = {
  readonly post: (message: FromWorker) => void
  readonly onMessage: (listener: (message: ToWorker) => void) => void
}

function openPort(): Port {
  // Electron's utility process puts it on `process`.
  const { parentPort } = process as NodeJS.Process & { readonly parentPort?: ParentPort }
  if (parentPort)
    return {
      post: (message) => parentPort.postMessage(message),
      onMessage: (listener) => parentPort.on('message', ({ data }: { data: ToWorker }) => listener(data)),
    }
  // Whoever has forked it is gone.
  process.once('disconnect', () => process.exit())
  return {
    post: (message) => process.send?.(message),
    onMessage: (listener) => process.on('message', listener),
  }
}

export const port = openPort()
