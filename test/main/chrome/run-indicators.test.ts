import { LESSON } from '@contract/settings/lesson'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createRunIndicators } from '../../../main/chrome/run-indicators'

const electron = vi.hoisted(() => ({ calls: [] as unknown[] }))
vi.mock('electron', () => ({
  powerSaveBlocker: {
    start: (kind: string) => {
      electron.calls.push(`awake: ${kind}`)
      return 7
    },
    stop: (id: number) => electron.calls.push(`may sleep ${id}`),
  },
}))

beforeEach(() => {
  electron.calls = []
})

function run(phase: string, updatesDone: number) {
  return { state: { phase, updatesDone, goal: 60, config: LESSON }, description: null } as never
}

describe('the task bar', () => {
  it('shows how far a run is, in the ways that Windows has for it, and lets the machine sleep when it rests', () => {
    const window = {
      isDestroyed: () => false,
      setProgressBar: (value: number, { mode }: { mode: string }) => electron.calls.push([value, mode]),
    }
    const { show } = createRunIndicators(window as never)
    show(run('training', 30), true)
    show(run('training', 30), true)
    show(run('paused', 45), true)
    show(run('diverged', 45), true)
    show(run('training', 45), false)
    show(run('finished', 60), true)
    expect(electron.calls).toEqual([
      'awake: prevent-app-suspension',
      [0.5, 'normal'],
      'may sleep 7',
      [0.75, 'paused'],
      [0.75, 'error'],
      [-1, 'none'],
    ])
  })

  it('is left alone when the window is gone', () => {
    const { show } = createRunIndicators({ isDestroyed: () => true } as never)
    show(run('training', 30), true)
    show(run('paused', 30), true)
    expect(electron.calls).toEqual(['awake: prevent-app-suspension', 'may sleep 7'])
  })
})
