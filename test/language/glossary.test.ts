import { describe, expect, it } from 'vitest'
import { ENTRIES } from './entries'
import { TERMS, termsIn, termsOf, wrongWordsIn } from './glossary'

/** Sentences that may say a word of the columns "not" and "不用", each with its reason. */
const MAY_SAY: { readonly [idAndWord: string]: string } = {}

/** Sentences whose Chinese has another word than the glossary's for a term of the English, each with its reason. */
const SAYS_OTHERWISE: { readonly [idAndTerm: string]: string } = {
  'foreign.windowsProgram: window': 'the name of the system',
}

/** The same English that two things have by chance, each with its reason. */
const SAID_APART: { readonly [label: string]: string } = {
  'one update': 'makes one as a command, and is the title of what one does',
  updates: 'how many to make as a setting, and what was counted after its number',
  'time steps': 'a unit after its number, which has a measure word, and the name of a row',
  training: 'what a run is doing, and what settings are for',
  'show all': 'of updates, and of the windows of other apps as macOS says it',
}

const chinese = new Map(ENTRIES.filter(({ language }) => language === 'zh').map((entry) => [entry.id, entry]))

const wrongWords = ENTRIES.flatMap(({ id, language, pieces }) =>
  pieces.flatMap((piece) => wrongWordsIn(piece, language).map((word) => `${id}: ${word}`)),
)

/** A label without its key of access, and in small letters as a menu of macOS has none. */
const label = (text: string) => text.replace(/\(&[A-Z]\)|&/g, '').toLowerCase()

/** The English of every sentence that stands as it is, and where it is said. */
const places = new Map<string, string[]>()
for (const { id, language, node, pieces } of ENTRIES)
  if (language === 'en' && node.type === 'Literal') {
    const said = label(pieces.join(''))
    places.set(said, [...(places.get(said) ?? []), id])
  }

const differently = [...places].flatMap(([english, ids]) => {
  const said = ids.map((id) => label(chinese.get(id)?.pieces.join('') ?? ''))
  return new Set(said).size === 1
    ? []
    : [`${english}: ${ids.map((id, at) => `${id} ${said[at]}`).join(', ')}`]
})

/** The Chinese of what can be pressed: the buttons and the menu. */
const labels = new Set(
  [...chinese.values()]
    .filter(
      ({ id, node }) => /^(?:menu|transport|phases|settingsPanel)\./.test(id) && node.type === 'Literal',
    )
    .map(({ pieces }) => label(pieces.join('')).replace(/…+$/, '')),
)

/** What a Chinese sentence asks to press, choose or open, in its quotation marks; `A > B` is a way through the menu. */
const pressedIn = (text: string) =>
  [...text.matchAll(/(?:(?:按|点击|用)“([^“”]+)”(?:或“([^“”]+)”)?|“([^“”]+ > [^“”]+)”)/g)]
    .flatMap(([, one, other, way]) => (way ? way.split(' > ') : [one, other]))
    .filter((name) => name !== undefined)

const otherTerms = ENTRIES.filter(({ language }) => language === 'en').flatMap(({ id, pieces }) => {
  const said = chinese.get(id)?.pieces.join('…') ?? ''
  const terms = new Set(pieces.flatMap((piece) => termsIn(piece)))
  return [...terms].filter((term) => !said.includes(term.chinese)).map(({ english }) => `${id}: ${english}`)
})

describe('the glossary', () => {
  const table = (row: string, title = 'Network') =>
    termsOf(
      `# Words\n\n## ${title}\n\n| English | 中文 | what it is | 是什么 | not | 不用 |\n|---|---|---|---|---|---|\n${row}\n`,
    )

  it('has a term once, and no term that is wrong for another one', () => {
    const terms = TERMS.map(({ english }) => english)
    expect(new Set(terms).size).toBe(terms.length)
    const right = new Set(TERMS.flatMap(({ english, chinese }) => [english, chinese]))
    expect(
      TERMS.flatMap(({ not, notChinese }) => [...not, ...notChinese]).filter((word) => right.has(word)),
    ).toEqual([])
    expect(TERMS.filter(({ strict }) => strict).length).toBeGreaterThan(50)
  })

  it('is not read where its columns are others', () => {
    expect(() => termsOf('## Network\n\n| English | 中文 |\n|---|---|\n| gate | 门 |')).toThrow('begins with')
    expect(() => table('| gate | 门 |')).toThrow('six cells')
  })

  it('finds wrong words as words of their own, in any number and at any place of a sentence', () => {
    const terms = table('| time step | 时间步 | | | step, sample | 时步、时间步长 |')
    expect(wrongWordsIn('Steps of a sample', 'en', terms)).toEqual(['step', 'sample'])
    expect(wrongWordsIn('Time steps, a sampler, step-by-step', 'en', terms)).toEqual([])
    expect(wrongWordsIn('每个时间步长', 'zh', terms)).toEqual(['时间步长'])
    expect(wrongWordsIn('每个时间步', 'zh', terms)).toEqual([])
  })

  it('finds the terms of a sentence, a longer one before those it holds, and none of every day', () => {
    const row = '| cell | 单元 | | | | |\n| cell state | 细胞状态 | | | | |'
    const found = (text: string, title?: string) =>
      termsIn(text, table(row, title)).map(({ english }) => english)
    expect(found('The cell state of a layer')).toEqual(['cell state'])
    expect(found('The cell states of two cells')).toEqual(['cell state', 'cell'])
    expect(found('Two excellent cells', 'Words of every day')).toEqual([])
  })
})

describe('the catalogues say', () => {
  it('no word that the glossary has another one for', () => {
    expect(wrongWords.filter((wrong) => MAY_SAY[wrong] === undefined)).toEqual([])
  })

  it('in Chinese the Chinese term for every term of the English sentence', () => {
    expect(otherTerms.filter((other) => SAYS_OTHERWISE[other] === undefined)).toEqual([])
  })

  it('the same in Chinese where the English is the same', () => {
    expect(differently.filter((said) => SAID_APART[said.split(':')[0] ?? ''] === undefined)).toEqual([])
  })

  it('in Chinese what to press as it is written there', () => {
    expect(pressedIn('按“甲”或“乙”，或用“丙”；见“丁 > 戊”')).toEqual(['甲', '乙', '丙', '丁', '戊'])
    const pressed = [...chinese.values()].flatMap(({ id, pieces }) =>
      pieces.flatMap((piece) => pressedIn(piece).map((name) => ({ id, name }))),
    )
    expect(pressed.length).toBeGreaterThan(10)
    expect(pressed.filter(({ name }) => !labels.has(label(name)))).toEqual([])
  })

  it('something that an exception is for', () => {
    expect(Object.keys(MAY_SAY).filter((excepted) => !wrongWords.includes(excepted))).toEqual([])
    expect(
      Object.keys(SAID_APART).filter(
        (excepted) => !differently.some((said) => said.startsWith(`${excepted}:`)),
      ),
    ).toEqual([])
    expect(Object.keys(SAYS_OTHERWISE).filter((excepted) => !otherTerms.includes(excepted))).toEqual([])
  })
})
