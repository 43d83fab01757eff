import { MAX_RUN_NAME, runName } from '@contract/run/run-budget'
import { describe, expect, it } from 'vitest'

const FAMILY = '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}'

describe('the name of a run', () => {
  it.each([
    ['a zero', 'a\u0000b', 'ab'],
    ['an override of direction', '\u202ecba', 'cba'],
    ['embeddings and their end', '\u202aa\u202bb\u202cc\u202dd', 'abcd'],
    ['isolates and their end', '\u2066a\u2067b\u2068c\u2069d', 'abcd'],
    ['an escape and a delete', '\u001b[31mred\u007f\u0085', '[31mred'],
    ['ends of lines', ' a\r\n\tb\u2028c ', 'a b c'],
    ['a space on each side of one', 'a \u0000 b', 'a b'],
  ])('has on one line what can be seen: %s', (_what, typed, name) => expect(runName(typed)).toBe(name))

  it('is none where nothing is left', () => expect(runName(' \u202e\u0000 ')).toBeNull())

  it('keeps joined emoji and letters of every script', () => {
    for (const name of [FAMILY, '第一次', 'תוצאה 1', 'Übung']) expect(runName(name)).toBe(name)
  })

  it('is cut at its longest, and never through a character', () => {
    expect(runName(`\u0000${'x'.repeat(100)}`)).toBe('x'.repeat(MAX_RUN_NAME))
    const cut = 'x'.repeat(MAX_RUN_NAME - 1)
    expect(runName(`${cut}\u{1f600}`)).toBe(cut)
  })
})
