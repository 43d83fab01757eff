import { readdirSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { expect, it } from 'vitest'
import { compile } from '../../../../main/trainer/graph/compile'
import { type Tensor1D, tf } from '../../../../main/trainer/tensorflow'

/** Signals that somebody in a process may listen to. */
const HEARD = ['SIGHUP', 'SIGINT', 'SIGTERM', 'SIGUSR1', 'SIGUSR2', 'SIGWINCH', 'SIGCHLD', 'SIGCONT'] as const

/** The threads of this process: their names, and the signals that they put off. */
function threads() {
  return readdirSync('/proc/self/task').map((id) => {
    const about = (file: string) => readFileSync(`/proc/self/task/${id}/${file}`, 'utf8')
    const mask = BigInt(`0x${about('status').match(/^SigBlk:\s*(\w+)$/m)?.[1]}`)
    const putOff = HEARD.filter((signal) => (mask >> BigInt(constants.signals[signal] - 1)) & 1n)
    return { id: Number(id), name: about('comm').trim(), putOff }
  })
}

it.skipIf(process.platform !== 'linux')(
  'no signal is handled on a thread of TensorFlow, and each is heard elsewhere',
  () => {
    const twice = compile((x: Tensor1D) => tf.add<Tensor1D>(x, x), [tf.tensor1d([1, 2])], 'several')
    tf.dispose(twice.run(tf.tensor1d([1, 2])))
    twice.dispose()
    const all = threads()
    const ofTensorflow = all.filter(({ name }) => name.startsWith('tf_'))
    expect(ofTensorflow.length).toBeGreaterThan(1)
    for (const { name, putOff } of ofTensorflow) expect(putOff, name).toEqual(HEARD)
    // This thread puts them off inside of TensorFlow alone: how it was before is how it is after.
    expect(all.find(({ id }) => id === process.pid)?.putOff).not.toContain('SIGINT')
    expect(all.some(({ id, putOff }) => id !== process.pid && !putOff.includes('SIGINT'))).toBe(true)
  },
)
