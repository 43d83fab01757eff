import { describe, expect, it } from 'vitest'
import { CASES } from './cases'
import { COMPETITORS, COMPILED, PLAIN, SETS, TORCH } from './competitors'
import { parseOptions } from './options'

describe('the options', () => {
  it('race everyone at every case', () => {
    const options = parseOptions([])
    expect(options).toMatchObject({ set: 'race', json: false, soak: false, updates: 1_000_000 })
    expect(options.cases).toEqual(CASES)
  })

  it('are taken as they are given', () => {
    const args = ['--json', '--case', 'lesson', '--set', 'ladder', '--rounds', '3', '--seconds', '0.5']
    const options = parseOptions(args)
    expect(options).toMatchObject({ json: true, set: 'ladder', rounds: 3, seconds: 0.5 })
    expect(options.cases.map(({ name }) => name)).toEqual(['lesson'])
  })

  it('measure data, going back, the inside or many runs, in place of a race', () => {
    expect(parseOptions(['--set', 'data'])).toMatchObject({ measured: 'data' })
    expect(parseOptions(['--set', 'time'])).toMatchObject({ measured: 'time' })
    expect(parseOptions(['--set', 'inside'])).toMatchObject({ measured: 'inside' })
    expect(parseOptions(['--set', 'many'])).toMatchObject({ measured: 'many' })
    expect(parseOptions([])).toMatchObject({ measured: null })
  })

  it.each([
    { args: ['--case', 'lessen'], sentence: /no case "lessen"; there are lesson, / },
    { args: ['--set', 'rase'], sentence: /no set "rase"; there are race, .*, data, time, inside, many\./ },
    { args: ['--rounds', '2.5'], sentence: /--rounds expects a whole number/ },
    { args: ['--updates', 'many'], sentence: /--updates expects a number above 0/ },
    { args: ['--fast'], sentence: /--fast/ },
  ])('say what is wrong with $args', ({ args, sentence }) => {
    expect(() => parseOptions(args)).toThrow(sentence)
  })
})

describe('the competitors', () => {
  it('have names of their own', () => {
    const names = COMPETITORS.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  it('include the compiled engine in every set, and in the race those it is held against', () => {
    for (const set of SETS)
      expect(COMPETITORS.find(({ name }) => name === COMPILED)?.sets, set).toContain(set)
    const racing = COMPETITORS.filter(({ sets }) => sets.includes('race')).map(({ name }) => name)
    expect(racing).toContain(PLAIN)
    expect(racing.some((name) => name.startsWith(TORCH))).toBe(true)
  })
})
