import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it, vi } from 'vitest'
import { lookIntoHdf5 } from '../../../../../main/trainer/weights/keras/hdf5/hdf5'
import { withHdf5 } from '../../../../../main/trainer/weights/keras/hdf5/hdf5-library'
import { readTree } from '../../../../../main/trainer/weights/keras/read/tree'
import { fixture } from '../samples'

const library = () => withHdf5((hdf5) => hdf5)
const whole = fixture('keras-lstm.weights.h5')
const isRead = async () => (await lookIntoHdf5(whole, readTree))?.ok

function failing(error: unknown) {
  return withHdf5(() => {
    throw error
  })
}

it('keeps its library for the next work, also when work failed by an Error of its own', async () => {
  const first = await library()
  await expect(failing(new Error('no such name'))).rejects.toThrow('no such name')
  expect(await library()).toBe(first)
})

it.each([
  ['a trap of WebAssembly', new WebAssembly.RuntimeError('memory access out of bounds')],
  ['a stack that is full', new RangeError('Maximum call stack size exceeded')],
  ['what C++ throws', 1_065_992],
])('takes a new library after %s', async (_, error) => {
  const first = await library()
  await expect(failing(error)).rejects.toBe(error)
  expect(await library()).not.toBe(first)
  expect(await isRead()).toBe(true)
})

it('takes one new library for all that wait when one work breaks it', async () => {
  const first = await library()
  const [broken, second, third] = await Promise.allSettled([
    failing(new WebAssembly.RuntimeError('unreachable')),
    library(),
    library(),
  ])
  expect(broken.status).toBe('rejected')
  expect(second).toEqual(third)
  expect(second.status === 'fulfilled' && second.value !== first).toBe(true)
})

it('gives up a file that it does not come to an end with, and reads the next', async () => {
  const first = await library()
  const forever = () => {
    for (;;);
  }
  expect(await lookIntoHdf5(whole, forever, 20)).toBeNull()
  expect(await library()).not.toBe(first)
  expect(await isRead()).toBe(true)
})

it('leaves nothing of a library that was given up, whose memory may be nearly 2 GB', async () => {
  setFlagsFromString('--expose-gc')
  const collectGarbage = runInNewContext('gc') as () => void
  const given = await withHdf5((hdf5) => new WeakRef(hdf5))
  await expect(failing(new WebAssembly.RuntimeError('unreachable'))).rejects.toThrow('unreachable')
  await vi.waitFor(() => {
    collectGarbage()
    expect(given.deref() === undefined).toBe(true)
  })
})
