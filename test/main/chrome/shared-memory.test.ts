import { describe, expect, it } from 'vitest'
import { sparePlaceOfSharedMemory } from '../../../main/chrome/shared-memory'

/** The switches that are set where so much is free. */
function switches(platform: string, free: () => number): string[] {
  const set: string[] = []
  sparePlaceOfSharedMemory(
    { commandLine: { appendSwitch: (name: string) => void set.push(name) } } as never,
    platform,
    free,
  )
  return set
}

const MB = 2 ** 20

describe('the place where Linux shares memory', () => {
  it.each([
    ['of a container', () => 64 * MB],
    ['that is full', () => 0],
    [
      'that is not there',
      () => {
        throw new Error('ENOENT')
      },
    ],
  ])('%s is spared', (_what, free) => {
    expect(switches('linux', free)).toEqual(['disable-dev-shm-usage'])
  })

  it('is used where there is enough of it', () => {
    expect(switches('linux', () => 4_000 * MB)).toEqual([])
  })

  it('is no place on other systems', () => {
    expect(switches('darwin', () => 0)).toEqual([])
    expect(switches('win32', () => 0)).toEqual([])
  })
})
