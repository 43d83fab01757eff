import { describe, expect, it } from 'vitest'
import { CASES } from './cases/cases'
import { opensApp } from './opens-app'
import { parseOptions } from './options'
import { COMPETITORS, COMPILED, PLAIN, TORCH } from './race/competitors'
import { RACES, SETS } from './sets'

describe('the options', () => {
  it('measure what has a bound and is cheap, with everyone at every case', () => {
    const options = parseOptions([])
    expect(options).toMatchObject({ sets: ['race', 'start', 'frames'], json: false, against: null })
    expect(options).toMatchObject({ updates: 1_000_000, rounds: 15, seconds: 0.4 })
    expect(options.cases).toEqual(CASES)
  })

  it('race alone where a case or competitors are named', () => {
    expect(parseOptions(['--case', 'lesson']).sets).toEqual(['race'])
    expect(parseOptions(['--only', 'PyTorch']).sets).toEqual(['race'])
    expect(parseOptions(['--only', 'states', '--set', 'inside']).sets).toEqual(['inside'])
  })

  it('are taken as they are given', () => {
    const args = ['--json', '--case', 'lesson', '--set', 'ladder', '--rounds', '3', '--seconds', '0.5']
    const options = parseOptions([...args, '--against', 'a.json'])
    expect(options).toMatchObject({
      json: true,
      sets: ['ladder'],
      rounds: 3,
      seconds: 0.5,
      against: 'a.json',
    })
    expect(options.cases.map(({ name }) => name)).toEqual(['lesson'])
  })

  it('measure several sets in one order, each once', () => {
    const sets = ['soak', 'data', 'soak', 'race'].flatMap((set) => ['--set', set])
    expect(parseOptions(sets).sets).toEqual(['race', 'data', 'soak'])
  })

  it('measure all that has a bound, which a race of our own ways has not', () => {
    const { sets } = parseOptions(['--set', 'all'])
    expect(sets).toEqual(SETS.filter((set) => set !== 'ladder' && set !== 'threads'))
    expect(sets).toContain('soak')
  })

  it.each([
    { args: ['--case', 'lessen'], sentence: /no case "lessen"; there are lesson, / },
    { args: ['--set', 'rase'], sentence: /no set "rase"; there are race, .*, start, .*, soak, all\./ },
    { args: ['--rounds', '2.5'], sentence: /--rounds expects a whole number/ },
    { args: ['--updates', 'many'], sentence: /--updates expects a number above 0/ },
    { args: ['--fast'], sentence: /--fast/ },
  ])('say what is wrong with $args', ({ args, sentence }) => {
    expect(() => parseOptions(args)).toThrow(sentence)
  })
})

describe('the app', () => {
  it('is opened by what measures it', () => {
    expect(opensApp([])).toBe(true)
    expect(opensApp(['--set', 'data', '--set', 'many'])).toBe(true)
    expect(opensApp(['--set=all'])).toBe(true)
  })

  it('is not opened by races and what measures the trainer alone, nor by a question or a mistake', () => {
    expect(opensApp(['--case', 'lesson'])).toBe(false)
    expect(opensApp(['--set', 'soak'])).toBe(false)
    expect(opensApp(['--help'])).toBe(false)
    expect(opensApp(['--set', 'rase'])).toBe(false)
  })
})

describe('the competitors', () => {
  it('have names of their own', () => {
    const names = COMPETITORS.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  it('include the compiled engine in every set, and in the race those it is held against', () => {
    for (const set of RACES)
      expect(COMPETITORS.find(({ name }) => name === COMPILED)?.sets, set).toContain(set)
    const racing = COMPETITORS.filter(({ sets }) => sets.includes('race')).map(({ name }) => name)
    expect(racing).toContain(PLAIN)
    expect(racing.some((name) => name.startsWith(TORCH))).toBe(true)
  })
})
