import { expect, it } from 'vitest'
import { createPartJoiner } from '../../../main/host/checkpoint-parts'

function part(from: number, bytes: readonly number[], total = 5, updatesDone = 7) {
  const payload = { runId: 'a', updatesDone, from, total, bytes: Uint8Array.from(bytes) }
  return { kind: 'event', name: 'checkpointPart', payload } as const
}

function taken(updatesDone: number, bytes: readonly number[]) {
  const payload = { runId: 'a', updatesDone, present: Uint8Array.from(bytes), initial: null }
  return { kind: 'event', name: 'checkpointTaken', payload } as const
}

it('makes one checkpoint of its parts, with what is told between them as it is', () => {
  const whole = createPartJoiner()
  const ready = { kind: 'event', name: 'ready', payload: { tensorflow: '', tfjs: '' } } as const
  expect(whole(part(0, [1, 2]))).toBeNull()
  expect(whole(ready)).toBe(ready)
  expect(whole(part(2, [3, 4]))).toBeNull()
  expect(whole(part(4, [5]))).toEqual(taken(7, [1, 2, 3, 4, 5]))
  expect(whole(part(0, [6, 7, 8], 3, 9))).toEqual(taken(9, [6, 7, 8]))
})

it('gives up what another one takes the place of', () => {
  const whole = createPartJoiner()
  whole(part(0, [1, 2]))
  whole(part(0, [9, 8], 5, 8))
  whole(part(2, [7, 6], 5, 8))
  expect(whole(part(4, [5], 5, 8))).toEqual(taken(8, [9, 8, 7, 6, 5]))
  whole(part(0, [1, 2]))
  const rest = taken(12, [3])
  expect(whole(rest)).toBe(rest)
})

it('never makes one of which a part is missing', () => {
  for (const wrong of [part(3, [4, 5]), part(1, [2, 3, 4, 5]), part(2, [3, 4], 4)]) {
    const whole = createPartJoiner()
    whole(part(0, [1, 2]))
    expect(() => whole(wrong)).toThrow('a part of a checkpoint is missing at 2')
  }
  const whole = createPartJoiner()
  whole(part(0, [1, 2]))
  whole(taken(12, [3]))
  expect(() => whole(part(2, [3, 4, 5]))).toThrow('missing')
})
