import { inEnglish } from '@contract/language/say'
import { describe, expect, it } from 'vitest'
import { parseArguments } from '../../../../main/cli/base/arguments'

const KNOWN = { texts: ['seed', 'save'], switches: ['json', 'carry'] }

function parsed(...args: string[]) {
  const result = parseArguments(args, KNOWN)
  if (!result.ok) return inEnglish(result.error.text)
  const { texts, switches, words } = result.value
  return { ...Object.fromEntries(texts), ...Object.fromEntries(switches), words }
}

describe('arguments', () => {
  it('are texts, switches and words', () => {
    expect(parsed('--seed', '7', 'a.json', '--save=b', '--json', '--no-carry')).toEqual({
      seed: '7',
      save: 'b',
      json: true,
      carry: false,
      words: ['a.json'],
    })
  })

  it('take the last of an option that is given twice', () => {
    expect(parsed('--seed', '1', '--seed', '2', '--no-carry', '--carry')).toEqual({
      seed: '2',
      carry: true,
      words: [],
    })
  })

  it('take negative numbers for values, so that the limits can answer them', () => {
    expect(parsed('--seed', '-1')).toEqual({ seed: '-1', words: [] })
  })

  it('take everything after two dashes for words', () => {
    expect(parsed('--', '--json')).toEqual({ words: ['--json'] })
  })

  it.each([
    { args: ['--fast'], sentence: /^The options must be those that --help lists, but "--fast" was given; / },
    { args: ['-x'], sentence: /but "-x" was given; / },
    { args: ['--no-seed'], sentence: /but "--no-seed" was given; / },
    { args: ['--seed'], sentence: /^--seed must have a value, but has none; / },
    { args: ['--save', '--json'], sentence: /^--save must have a value, but has none; / },
    { args: ['--save='], sentence: /^--save must have a value, but has none; / },
    { args: ['--json=yes'], sentence: /^--json must have no value, but "yes" was given; / },
  ])('are refused in one sentence: $args', ({ args, sentence }) => {
    expect(parsed(...args)).toMatch(sentence)
  })
})
