import { gapAfter, zh } from '@contract/language/chinese'
import { en } from '@contract/language/en'
import { LANGUAGE_NAMES, languageFor } from '@contract/language/languages'
import { sayIn } from '@contract/language/say'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { wordsIn } from '@contract/language/words'
import { checkNumber } from '@contract/settings/parse-settings'
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

  it('has no space before the next one, which others have', () => {
    for (const chinese of ['已停止。', '不包含：', '（三次）']) expect(gapAfter(chinese)).toBe('')
    for (const english of ['It has stopped.', 'Not included:']) expect(gapAfter(english)).toBe(' ')
  })

  it('has the same space beside the names of endings, options, folders, layers and shapes', () => {
    expect(zh`用${'--json'}时，${'Linear(32 → 1)'}的${'[1, 32]'}写入${'/tmp/runs/'}中的${'.npz'}`).toBe(
      '用 --json 时，Linear(32 → 1) 的 [1, 32] 写入 /tmp/runs/ 中的 .npz',
    )
  })

  it('has it in dates, times and lists too, which the system writes without', () => {
    const words = wordsIn('zh', sayIn('zh'))
    expect(words.ago(3, 'minute')).toBe('3 分钟前')
    expect(words.ago(1, 'day')).toBe('昨天')
    expect(words.moment(new Date(2026, 4, 8, 20, 6).getTime())).toBe('2026 年 5 月 8 日 20:06')
    expect(words.list(['.npz', '.keras'], 'or')).toBe('.npz 或 .keras')
    expect(wordsIn('en', sayIn('en')).ago(3, 'minute')).toBe('3 minutes ago')
  })
})

describe('a number in a sentence', () => {
  it.each(['en', 'zh'] as const)('has a minus sign and no hyphen, in %s', (language) => {
    const { number, decimals, significant } = wordsIn(language, sayIn(language))
    expect([number(-1.5), number(-1234n), decimals(-0.25, 1), significant(-2, 3)]).toEqual([
      '−1.5',
      '−1,234',
      '−0.3',
      '−2.00',
    ])
    expect(sayIn(language)('charts.number', { value: -7 })).toContain('−7')
    expect(sayIn(language)('figures.loss', { value: -1.2e-7 })).toContain('−1.20e−7')
  })
})

describe('what was given for a setting', () => {
  it('is quoted as the language does where it is a text, with one space beside a number', () => {
    const said = (value: unknown, language: 'en' | 'zh') => {
      const checked = checkNumber('seed', value)
      return checked.ok ? '' : sayIn(language)(checked.error.text)
    }
    expect(said('x"', 'en')).toContain(', but "x\\"" was given; ')
    expect(said('x"', 'zh')).toContain('，但给出的是“x"”；')
    expect(said(-1, 'zh')).toContain('，但给出的是 −1；')
    expect(said('a'.repeat(1000), 'zh').length).toBeLessThan(120)
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
    expect(wordsOf('en').quote(`a${'😀'.repeat(60)}`)).toBe(`"a${'😀'.repeat(59)}…"`)
  })

  it('does not turn the direction of the sentence that it stands in, whichever sentence it is', () => {
    const loading = text('notices.loading', { name: 'a\u202efdp\u2067\u061c.npz' })
    expect(sayIn('en')(loading)).toContain('a\\u202efdp\\u2067\\u061c.npz')
    for (const language of LANGUAGE_NAMES) expect(sayIn(language)(loading)).not.toMatch(/\p{Bidi_Control}/u)
  })

  it('is told of in a list of four at most', () => {
    expect(wordsOf('en').quotedList(names.slice(1))).toBe('"b", "c", "d" and "e"')
    expect(wordsOf('en').quotedList(names)).toBe('"a\\"b\\n", "b", "c" and 2 more')
    expect(wordsOf('zh').quotedList(names)).toBe('“a"b\\n”、“b”、“c”和另外 2 个')
    expect(wordsOf('zh').list(['LSTM', 'GRU'])).toBe('LSTM 和 GRU')
  })
})

describe('a text that another version made', () => {
  const said = (id: string, values: unknown) =>
    LANGUAGE_NAMES.map((language) => sayIn(language)({ id, values } as Text))

  it.each([[{}], [null], [{ name: 3, names: 3, why: 3 }]])(
    'is said whatever its values are: %j',
    (values) => {
      for (const id of [...Object.keys(en), 'no.such', '__proto__', 'toString'])
        for (const sentence of said(id, values)) expect(sentence).toEqual(expect.any(String))
    },
  )

  it('is its id where its sentence is not known', () => {
    expect(sayIn('zh')({ id: 'no.such', values: {} })).toBe('no.such')
    expect(sayIn('en')({ id: 'archive.memberTwice', values: {} })).toBe('archive.memberTwice')
  })
})
