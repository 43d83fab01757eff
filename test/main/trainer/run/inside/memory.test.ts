import type { MemoryAsk } from '@contract/inside/memory'
import { inEnglish } from '@contract/language/say'
import { describe, expect, it } from 'vitest'
import { good, smallRun } from '../../judged-bench'
import { answered, type Bench, idOf, lesson, trained } from '../../moment-bench'

async function memory(bench: Bench, changes: Partial<MemoryAsk> = {}) {
  const asks = [{ kind: 'memory', column: 0, output: 0, layer: 0, ...changes }] as const
  const question = { runId: idOf(bench), update: null, asks, lane: 'slow' as const }
  const [found] = good(await answered(bench, bench.trainer.inside(question))).told
  if (found && 'problem' in found) return { problem: inEnglish(found.problem) }
  if (found?.value.kind !== 'memory') throw new Error('nothing was told')
  return { told: found.value }
}

describe('what is told of memory', () => {
  it('has the window and the network, and of the lesson no need', async () => {
    const bench = await trained(lesson({ updates: 6 }))
    const { told } = await memory(bench)
    expect(told).toMatchObject({ layer: 0, sees: 10, needs: null })
    expect(told?.impulses.map(({ share }) => share)).toEqual([0.01, 0.1])
    for (const { responses, keeps } of told?.impulses ?? []) {
      const peak = Math.max(...responses)
      expect(responses.length).toBe(64)
      expect(responses[keeps - 1]).toBeGreaterThan(0.05 * peak)
      expect(responses.slice(keeps).every((value) => value <= 0.05 * peak)).toBe(true)
    }
    const { perLag = [], total } = told?.capacity ?? {}
    expect(total).toBeCloseTo(
      [...perLag].reduce((sum, value) => sum + value, 0),
      4,
    )
  })

  it('has what the series needs: its season, or how far its autocorrelation reaches', async () => {
    const sunspots = await memory(await trained(smallRun('sunspots', { updates: 3 })))
    // Of about eleven years, as everybody knows.
    expect([10, 11]).toContain(sunspots.told?.needs?.timeSteps)
    expect(sunspots.told?.needs).toMatchObject({ isSeason: true, isMore: false })
    const walk = await memory(await trained(smallRun('random-walk', { updates: 3 })))
    expect(walk.told?.needs?.isSeason).toBe(false)
    expect(walk.told?.needs?.timeSteps).toBeGreaterThan(20)
  })

  it('is a sentence where the network has no such layer', async () => {
    const bench = await trained(lesson({ updates: 3 }))
    expect((await memory(bench, { layer: 3 })).problem).toMatch(/unit 1 of layer 4 is none of them\.$/)
  })
})
