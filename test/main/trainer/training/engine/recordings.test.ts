import { describe, expect, it } from 'vitest'
import { createRecordings, type Recorded } from '../../../../../main/trainer/training/engine/recordings'

/** Recordings that only say when they are disposed of. */
function createFakes() {
  const disposed: string[] = []
  const fake = (name: string) => ({ dispose: () => void disposed.push(name) }) as unknown as Recorded
  return { disposed, fake }
}

describe('recordings', () => {
  it('give up the one that was not used for longest when a ninth comes', () => {
    const { disposed, fake } = createFakes()
    const recordings = createRecordings()
    for (let n = 1; n <= 8; n += 1) recordings.keep(`${n}`, fake(`${n}`))
    recordings.use('1')
    recordings.keep('9', fake('9'))
    expect(disposed).toEqual(['2'])
    expect([recordings.has('1'), recordings.has('2')]).toEqual([true, false])
  })

  it('keep one of a form, and dispose of the one before it', () => {
    const { disposed, fake } = createFakes()
    const recordings = createRecordings()
    const second = fake('second')
    recordings.keep('form', fake('first'))
    recordings.keep('form', second)
    expect(disposed).toEqual(['first'])
    expect(recordings.use('form')).toBe(second)
    recordings.dispose()
    expect(disposed).toEqual(['first', 'second'])
  })
})
