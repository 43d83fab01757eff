import type { FromTrainer, ToTrainer } from '@contract/wire/trainer-wire'
import type { TrainerProcess } from '../../main/host/trainer-process'

/** A training process that does what a test says: it hears requests, and answers, tells, prints and dies. */
export type FakeTrainer = {
  readonly process: TrainerProcess
  /** Every request so far, oldest first. */
  readonly requests: ToTrainer[]
  readonly kills: () => number
  readonly say: (message: FromTrainer) => void
  /** Answers the newest request of this name. */
  readonly reply: (name: ToTrainer['name'], value: unknown) => void
  readonly print: (line: string) => void
  readonly exit: (code: number) => void
}

/** Makes a process that is running and has said nothing yet. */
export function createFakeTrainer(): FakeTrainer {
  const requests: ToTrainer[] = []
  const ears: ((message: FromTrainer) => void)[] = []
  const readers: ((line: string) => void)[] = []
  const mourners: ((code: number) => void)[] = []
  let kills = 0
  const say = (message: FromTrainer) => {
    for (const hear of ears) hear(message)
  }
  return {
    process: {
      post: (message) => requests.push(message),
      kill: () => {
        kills += 1
      },
      onMessage: (listener) => ears.push(listener),
      onLine: (listener) => readers.push(listener),
      onExit: (listener) => mourners.push(listener),
    },
    requests,
    kills: () => kills,
    say,
    reply: (name, value) => {
      const request = requests.findLast((one) => one.name === name)
      if (!request || request.id === null) throw new Error(`the trainer was never asked ${name}`)
      say({ kind: 'reply', id: request.id, value })
    },
    print: (line) => {
      for (const read of readers) read(line)
    },
    exit: (code) => {
      for (const mourn of mourners) mourn(code)
    },
  }
}

/** The event by which a trainer says that TensorFlow is loaded. */
export const READY: FromTrainer = {
  kind: 'event',
  name: 'ready',
  payload: { tensorflow: '2.21.0', tfjs: '4.22.0' },
}

/** Lets every promise that is already settled be heard. */
export function settled(): Promise<void> {
  return new Promise((done) => setImmediate(done))
}
