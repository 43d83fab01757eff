import { zh } from '@contract/language/chinese'
import { languageFor } from '@contract/language/languages'
import { sayIn } from '@contract/language/say'
import { plain } from '@contract/language/texts'
import { describe, expect, it } from 'vitest'

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
    const said = sayIn('pseudo')(plain('Learning rate'))
    expect(said.length).toBeGreaterThanOrEqual(Math.floor('Learning rate'.length * 1.4) - 1)
    expect(said).not.toContain('Learning')
  })
})
