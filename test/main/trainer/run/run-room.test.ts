import { inEnglish } from '@contract/language/say'
import { LESSON } from '@contract/settings/lesson'
import { mostPointsInRun } from '@contract/settings/numbers'
import type { SourceConfig } from '@contract/settings/source-config'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkRoom } from '../../../../main/trainer/run/run-room'
import { saying } from '../../../helpers/saying'

const MAX_POINTS_IN_RUN = mostPointsInRun(LESSON.data.source)

describe('the room in a run', () => {
  it('lets a run go on exactly as long as its points can be kept', () => {
    expect(checkRoom(MAX_POINTS_IN_RUN - 600, 60, LESSON.data)).toEqual({ ok: true })
    expect(checkRoom(MAX_POINTS_IN_RUN - 599, 60, LESSON.data)).toMatchObject({
      ok: false,
      error: {
        code: 'run-full',
        text: saying(
          'A run can keep 10,000,000 predicted points; this one has 9,999,401, and 60 more updates can make 600; choose at most 59 updates, or press Reset to begin a new run.',
        ),
      },
    })
    expect(checkRoom(MAX_POINTS_IN_RUN, 1, LESSON.data)).toMatchObject({
      error: {
        text: saying(expect.stringMatching(/1 more update can make 10; press Reset to begin a new run\.$/)),
      },
    })
  })

  it('is as many numbers of several outputs: fewer time steps, and says of how many', () => {
    const source: SourceConfig = {
      ...{ kind: 'series', origin: { kind: 'made', name: 'lorenz' } },
      ...{ inputs: ['x'], targets: ['x', 'y', 'z'] },
    }
    const data = { ...LESSON.data, source, window: 100 }
    // An input, three targets and three predictions: 7 numbers.
    expect(mostPointsInRun(source)).toBe(Math.floor(30_000_000 / 7))
    expect(checkRoom(0, 42_857, data)).toEqual({ ok: true })
    expect(checkRoom(0, 42_858, data)).toMatchObject({
      error: {
        text: saying(
          'A run can keep 4,285,714 predicted time steps of 3 outputs; this one has 0, and 42,858 more updates can make 4,285,800; choose at most 42,857 updates, or press Reset to begin a new run.',
        ),
      },
    })
  })

  it('offers as many updates as fit, and no more', () => {
    const made = fc.integer({ min: 0, max: MAX_POINTS_IN_RUN + 1000 })
    const settings = fc.record({
      points: fc.integer({ min: 2, max: 200 }),
      span: fc.constantFrom('one' as const, 'random' as const),
      source: fc.constant({ kind: 'lesson' as const }),
      window: fc.integer({ min: 2, max: 500 }),
    })
    fc.assert(
      fc.property(made, settings, (before, config) => {
        const refused = checkRoom(before, 10 ** 9, config)
        if (refused.ok) throw new Error('a milliard of updates fits nowhere')
        const offered = Number(
          /at most ([\d,]+) update/.exec(inEnglish(refused.error.text))?.[1]?.replaceAll(',', '') ?? 0,
        )
        expect(checkRoom(before, offered, config).ok || offered === 0).toBe(true)
        expect(checkRoom(before, offered + 1, config).ok).toBe(false)
      }),
    )
  })
})
