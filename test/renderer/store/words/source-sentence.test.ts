import { suggestedRun } from '@contract/data/made-series'
import { inEnglish, sayIn } from '@contract/language/say'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { describe, expect, it } from 'vitest'
import { sourceSentence } from '../../../../renderer/store/words/source-sentence'

/** The sentence in both languages. */
function said(
  inputs: readonly string[],
  targets: readonly string[],
  { horizon = 1, windows = null }: { horizon?: number; windows?: number | null } = {},
) {
  const origin = { kind: 'made', name: 'lorenz' } as const
  const source = { kind: 'series', origin, inputs, targets } as const
  const sentence = sourceSentence(
    withSettings(suggestedRun('lorenz'), { source, horizon, window: 24 }),
    windows,
  )
  if (!sentence) throw new Error('a series has a sentence')
  return [inEnglish(sentence), sayIn('zh')(sentence)]
}

describe('the sentence of a series', () => {
  it('says from what, what and how much later', () => {
    expect(said(['A', 'B'], ['C'], { windows: 812 })).toEqual([
      'From 24 values of "A" and "B", say "C" one time step later: 812 windows.',
      '由“A”和“B”的 24 个值，说出 1 个时间步之后的“C”：812 个窗口。',
    ])
    expect(said(['A'], ['C', 'D'], { horizon: 12, windows: 1 })).toEqual([
      'From 24 values of "A", say "C" and "D" 12 time steps later: 1 window.',
      '由“A”的 24 个值，说出 12 个时间步之后的“C”和“D”：1 个窗口。',
    ])
  })

  it('of a series that is to say its own future has its columns once', () => {
    expect(said(['A'], ['A'], { horizon: 6 })).toEqual([
      'From 24 values of "A", say what comes 6 time steps later.',
      '由“A”的 24 个值，说出 6 个时间步之后的值。',
    ])
    // One more input: that is another thing to learn.
    expect(said(['A', 'B'], ['A'])[0]).toBe('From 24 values of "A" and "B", say "A" one time step later.')
  })

  it('of a translation has no time between the two', () => {
    expect(said(['A'], ['B'], { horizon: 0, windows: 9000 })).toEqual([
      'Translate "A" into "B", 24 time steps at a time: 9,000 windows.',
      '把“A”逐个时间步译成“B”，每次 24 个时间步：9,000 个窗口。',
    ])
  })

  it('stays one line with the most columns that there may be', () => {
    const names = Array.from({ length: 32 }, (_, at) => `column ${at + 1}`)
    const [english, chinese] = said(names, names.slice(0, 16))
    expect(english).toContain('"column 3" and 29 more')
    expect(Math.max(english?.length ?? 0, chinese?.length ?? 0)).toBeLessThan(160)
  })

  it('is none for the lesson', () => {
    expect(sourceSentence(LESSON, null)).toBeNull()
  })
})
