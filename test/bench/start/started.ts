import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'

/** Milliseconds from the start of the app's process. */
export type Started = {
  /** Until its window is shown. */
  readonly shown: number
  /** Until the run in it can be started: the trainer has loaded TensorFlow. */
  readonly ready: number
}

/** Starts the built app on a person's data as they are, by itself, and ends it when it is ready. */
export async function startOnce(dataFolder: string): Promise<Started> {
  const electron = createRequire(import.meta.url)('electron') as string
  const args = [
    ...['-r', resolve('test/bench/start/probe.cjs')],
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--user-data-dir=${dataFolder}`,
    '.',
  ]
  const began = Date.now()
  const child = spawn(electron, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = once(child, 'close')
  const [output, complaints] = await Promise.all([text(child.stdout), text(child.stderr)])
  await ended
  const line = output.split('\n').find((each) => each.startsWith('{"shown":'))
  if (line === undefined)
    throw new Error(`the app ended (code ${child.exitCode}) before it was ready:\n${complaints.trim()}`)
  const { shown, ready } = JSON.parse(line) as Started
  return { shown: shown - began, ready: ready - began }
}
