import { expect, it } from 'vitest'
import { type Diagnosis, diagnose, isAlarm } from '../../../../../main/trainer/inside/reach/diagnose'
import { type Falloff, falloffOf } from '../../../../../main/trainer/inside/reach/falloff'
import { sequenceLoss } from '../../../../../main/trainer/inside/reach/loss'
import { triangle } from '../../../../../main/trainer/inside/reach/triangle'
import type { MathSettings } from '../../../../helpers/lesson-settings'
import { lessonMoments } from '../lesson-moments'

/*
 * The limits of the diagnosis, measured: the lesson as it comes raises no alarm at any of its updates, whatever the seed.
 */

/** How many seeds; `npm run test:long` goes through 200. */
const SEEDS = Number(process.env.UNROLL_LESSON_SEEDS)
const EVERY_UPDATE = Array.from({ length: 61 }, (_, update) => update)

type Measured = Falloff & { readonly diagnosis: Diagnosis | null; readonly where: string }

function measured(changes: Partial<MathSettings>, updates: readonly number[]): Measured[] {
  return lessonMoments(changes, updates).map(({ updatesDone, net, pass, targets }) => {
    const { byPredictions } = sequenceLoss(pass.predictions, targets)
    const falloff = falloffOf(triangle(net, pass, byPredictions, 0))
    return { ...falloff, diagnosis: diagnose(falloff), where: `seed ${changes.seed}, update ${updatesDone}` }
  })
}

function range(of: readonly number[]): string {
  const sorted = Float64Array.from(of).sort()
  const at = (share: number) => (sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN).toPrecision(3)
  return `${at(0)} … ${at(0.05)} … ${at(0.5)} … ${at(0.95)} … ${at(1)}`
}

it(`raises no alarm about the untouched lesson: ${SEEDS} seeds`, () => {
  const all = Array.from({ length: SEEDS }, (_, seed) => measured({ seed: seed + 1 }, EVERY_UPDATE))
  const show = (name: string, moments: readonly Measured[]) => {
    const counts = new Map<string, number>()
    for (const { diagnosis } of moments) counts.set(`${diagnosis}`, (counts.get(`${diagnosis}`) ?? 0) + 1)
    console.log(
      [
        `${name} (least, 5 %, median, 95 %, greatest)`,
        `  slope ${range(moments.map(({ slope }) => slope ?? Number.NaN))}`,
        `  reach ${range(moments.map(({ reach }) => reach ?? Number.NaN))}`,
        `  growth ${range(moments.map(({ ratios }) => Math.max(...ratios)))}`,
        `  ${[...counts].map(([diagnosis, count]) => `${diagnosis} ${count}`).join(', ')}`,
      ].join('\n'),
    )
  }
  show(
    'update 0',
    all.map((each) => each[0] as Measured),
  )
  show(
    'update 60',
    all.map((each) => each[60] as Measured),
  )
  show('all updates', all.flat())
  expect(all.flat().filter(({ diagnosis }) => isAlarm(diagnosis))).toEqual([])
  expect(all.flat()).toHaveLength(61 * SEEDS)
}, 600_000)

it('raises one where there is reason to', () => {
  // A window that is much longer than what a fresh network of tanh lets through.
  for (const seed of [1, 2, 3, 4]) expect(measured({ seed, points: 60 }, [0])[0]?.diagnosis).toBe('vanishing')
  // A rate that drives all units into saturation.
  const saturated = [1, 2, 3, 4].flatMap((seed) => measured({ seed, learningRate: 0.2 }, [60]))
  expect(saturated.filter(({ diagnosis }) => diagnosis === 'vanishing').length).toBeGreaterThanOrEqual(3)
})
