import { zh } from '@contract/language/chinese'
import { languageFor } from '@contract/language/languages'
import { sayIn } from '@contract/language/say'
import { wordsIn } from '@contract/language/words'
import { describe, expect, it } from 'vitest'
import { madeUp } from '../helpers/saying'

describe('the language of a system', () => {
  it.each([
    [['zh-Hans-CN', 'en-US'], 'zh'],
    [['fr-FR', 'zh_TW', 'en'], 'zh'],
    [['de-DE'], 'en'],
    [['EN-GB', 'zh'], 'en'],
    [[], 'en'],
  ])('that prefers %j is %s', (preferred, expected) => {
    expect(languageFor(preferred)).toBe(expected)
  })
})

describe('a Chinese sentence', () => {
  it('has a space between Chinese and Latin letters or digits where a value meets it, and none in the value', () => {
    const file = '模型2.npz'
    expect(zh`共${'60'}次更新，读入${file}，来自${'PyTorch'}，单元${'门控'}完`).toBe(
      '共 60 次更新，读入模型2.npz，来自 PyTorch，单元门控完',
    )
    expect(zh`共 ${'六十'} 次`).toBe('共六十次')
  })
})

describe('the pseudo-language', () => {
  it('makes a sentence longer by 40 % and leaves no plain word', () => {
    const said = sayIn('pseudo')(madeUp('Learning rate'))
    expect(said.length).toBeGreaterThanOrEqual(Math.floor('Learning rate'.length * 1.4) - 1)
    expect(said).not.toContain('Learning')
  })
})

describe('what comes from a file', () => {
  const names = ['a"b\n', 'b', 'c', 'd', 'e']
  const wordsOf = (language: 'en' | 'zh') => wordsIn(language, sayIn(language))

  it('is quoted as the language does, with what cannot be seen escaped', () => {
    expect(wordsOf('en').quote('a"b\n')).toBe('"a\\"b\\n"')
    expect(wordsOf('zh').quote('a"b\n')).toBe('“a"b\\n”')
    for (const language of ['en', 'zh'] as const)
      expect(wordsOf(language).quote('a'.repeat(61))).toContain(`${'a'.repeat(60)}…`)
  })

  it('is told of in a list of four at most', () => {
    expect(wordsOf('en').quotedList(names.slice(1))).toBe('"b", "c", "d" and "e"')
    expect(wordsOf('en').quotedList(names)).toBe('"a\\"b\\n", "b", "c" and 2 more')
    expect(wordsOf('zh').quotedList(names)).toBe('“a"b\\n”、“b”、“c”和另外 2 个')
    expect(wordsOf('zh').list(['LSTM', 'GRU'])).toBe('LSTM 和 GRU')
  })
})
