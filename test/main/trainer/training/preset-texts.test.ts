import { inEnglish } from '@contract/language/say'
import { PRESETS, type PresetId } from '@contract/settings/presets'
import { beforeAll, describe, expect, it } from 'vitest'
import { runCommandLine } from '../../../../main/cli/command-line'
import { fakeTerminal } from '../../cli/fake-terminal'

/** What one update of a preset's run said. */
type Line = {
  readonly points: number
  readonly loss: number
  readonly times: number[]
  readonly target: number[]
  readonly prediction: number[]
}

const runs = new Map<PresetId, readonly Line[]>()

beforeAll(async () => {
  for (const { id } of PRESETS) {
    const terminal = fakeTerminal()
    expect(await runCommandLine(['train', '--preset', id, '--json'], terminal)).toBe(0)
    runs.set(
      id,
      terminal.said.map((line) => JSON.parse(line) as Line),
    )
  }
})

function runOf(id: PresetId): readonly Line[] {
  return runs.get(id) ?? []
}

function watchOf(id: PresetId): string | undefined {
  const preset = PRESETS.find((one) => one.id === id)
  return preset && inEnglish(preset.watch)
}

const farthest = ({ prediction, target }: Line) =>
  Math.max(...prediction.map((value, i) => Math.abs(value - (target[i] ?? Number.NaN))))
const greatest = ({ prediction }: Line) => Math.max(...prediction.map(Math.abs))

/** What a preset says of its program holds in the run that it makes. */
describe('the text of the preset', () => {
  it('pytorch: flat at first, away more than once, near at the end', () => {
    const run = runOf('pytorch')
    const { prediction = [] } = run[0] ?? {}
    expect(Math.max(...prediction) - Math.min(...prediction)).toBeLessThan(0.2)
    const away = run.map((line) => line.loss > 0.5)
    const timesAway = away.filter((now, i) => now && !away[i - 1]).length
    expect(timesAway).toBeGreaterThan(2)
    const last = run.slice(-10).map(farthest)
    expect(last.reduce((a, b) => a + b) / last.length).toBeCloseTo(0.3, 0)
    expect(Math.max(...last)).toBeLessThan(0.5)
    expect(watchOf('pytorch')).toContain('still off by about 0.3')
  })

  it('pytorch-batched: the first preset to within rounding', () => {
    const [each, batched] = [runOf('pytorch'), runOf('pytorch-batched')]
    expect(batched).toHaveLength(each.length)
    for (const [i, { prediction }] of batched.entries())
      for (const [j, value] of prediction.entries())
        expect(Math.abs(value - (each[i]?.prediction[j] ?? Number.NaN))).toBeLessThan(1e-4)
  })

  it('pytorch-later: no time twice, below 0.01, and a swing at the end', () => {
    const run = runOf('pytorch-later')
    const times = run.flatMap((line) => line.times)
    expect(new Set(times).size).toBe(times.length)
    const last = run.slice(-20).map(({ loss }) => loss)
    expect(Math.min(...last)).toBeLessThan(0.01)
    expect(Math.max(...last)).toBeGreaterThan(10 * Math.min(...last))
  })

  it('pytorch-dynamic: windows of 10, 20 and 30 time steps', () => {
    expect([...new Set(runOf('pytorch-dynamic').map(({ points }) => points))].sort()).toEqual([10, 20, 30])
  })

  it('tensorflow-running-mean: what is shown is not what the loss was made from', () => {
    const shown = runOf('tensorflow-running-mean')
    const before = runOf('tensorflow-carried')
    expect(shown.map(({ loss }) => loss)).toEqual(before.map(({ loss }) => loss))
    expect(shown[0]?.prediction).not.toEqual(before[0]?.prediction)
  })

  it('tensorflow-carried: beyond the fixed axis in updates 4 to 6', () => {
    const beyond = runOf('tensorflow-carried').map((line) => greatest(line) > 1.2)
    expect(beyond.slice(0, 10).flatMap((is, i) => (is ? [i + 1] : []))).toEqual([4, 5, 6])
    expect(watchOf('tensorflow-carried')).toContain('updates 4 to 6')
  })
})
