import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ENTRIES } from './entries'
import { wrongWordsIn } from './glossary'
import { anchorOf, codesIn, linksIn, numbersIn, readText, type Section, sectionsOf } from './markdown'
import { CHINESE_TYPOGRAPHY } from './typography'

const FILES = { en: 'README.md', zh: 'README.zh-CN.md' }

function read(name: string): string {
  return readFileSync(resolve(import.meta.dirname, '../..', name), 'utf8')
}

const english = sectionsOf(read(FILES.en))
const chinese = sectionsOf(read(FILES.zh))

/** The same of every section in both languages. */
function ofBoth<What>(what: (section: Section, all: readonly Section[]) => What): [What[], What[]] {
  return [chinese.map((section) => what(section, chinese)), english.map((section) => what(section, english))]
}

/** The commands of a block without what is said about them and the names that are to be filled in. */
function commandsOf(block: string): string[] {
  return block.split('\n').map((line) =>
    line
      .replace(/\s+# .*$/, '')
      .replace(/<[^>]+>/g, '<>')
      .trimEnd(),
  )
}

/** A label of the catalogues without what the menu adds to it. */
function label(text: string): string {
  return text
    .replace(/\(&[A-Z]\)/, '')
    .replace(/[&…]/g, '')
    .toLowerCase()
}

/** The Chinese of a label in the window, in every way that it stands in the catalogues. */
function labelsFor(name: string): string[] {
  const ids = ENTRIES.filter(
    ({ language, pieces }) => language === 'en' && label(pieces.join('…')) === label(name),
  ).map(({ id }) => id)
  return ENTRIES.filter(({ language, id }) => language === 'zh' && ids.includes(id)).map(({ pieces }) =>
    label(pieces.join('…')),
  )
}

/** What an English text names of the window: in italics, and by the way through the menu. */
function namesIn(line: string): string[] {
  const read = line.replaceAll('**', '')
  return [
    ...[...read.matchAll(/\*([^*]+)\*/g)].map(([, name]) => name ?? ''),
    ...[
      ...read.matchAll(/\b([A-Z]\w+) > ([A-Z][a-z]+(?: [A-Z][a-z]+)*(?: the tour| logs folder)?)/g),
    ].flatMap(([, menu = '', item = '']) => [menu, item]),
  ]
}

describe('the README in two languages', () => {
  it('has the same headings, at the same levels, in the same order', () => {
    const [said, meant] = ofBoth(({ level }) => level)
    expect(said).toEqual(meant)
    expect(meant.length).toBeGreaterThan(5)
  })

  it('has the same commands', () => {
    const [said, meant] = ofBoth(({ blocks }) => blocks.map(commandsOf))
    expect(said).toEqual(meant)
    expect(meant.flat().length).toBeGreaterThan(3)
  })

  it('has the same tables, with the same codes in every row', () => {
    const [said, meant] = ofBoth(({ tables }) =>
      tables.map((rows) =>
        rows.map((cells) => ({ columns: cells.length, codes: cells.map((cell) => codesIn([cell])) })),
      ),
    )
    expect(said).toEqual(meant)
    expect(meant.flat().length).toBeGreaterThan(5)
  })

  it('has the same codes, the same numbers and the same links in every section', () => {
    const place = (link: string, all: readonly Section[]) => {
      if (Object.values(FILES).includes(link)) return 'the other one'
      if (!link.startsWith('#')) return link
      return `section ${all.findIndex(({ title }) => anchorOf(title) === link.slice(1))}`
    }
    const [said, meant] = ofBoth(({ lines }, all) => ({
      codes: codesIn(lines),
      numbers: numbersIn(lines),
      links: linksIn(lines)
        .map((link) => place(link, all))
        .sort(),
    }))
    expect(said).toEqual(meant)
    expect(JSON.stringify(meant)).not.toContain('section -1')
  })

  it('leads from each to the other at the top', () => {
    expect(english[0]?.lines[1]).toBe(`English | [简体中文](${FILES.zh})`)
    expect(chinese[0]?.lines[1]).toBe(`[English](${FILES.en}) | 简体中文`)
  })

  it('names what is in the window as the window names it', () => {
    const missing = english.flatMap(({ lines, title }, at) => {
      const said = (chinese[at]?.lines.join('\n') ?? '').toLowerCase()
      return lines
        .flatMap(namesIn)
        .filter((name) => labelsFor(name).length > 0)
        .filter((name) => !labelsFor(name).some((chineseName) => said.includes(chineseName)))
        .map((name) => `${title}: ${name} is ${labelsFor(name).join(' or ')}`)
    })
    expect(missing).toEqual([])
    const known = english
      .flatMap(({ lines }) => lines.flatMap(namesIn))
      .filter((name) => labelsFor(name).length > 0)
    expect(known.length).toBeGreaterThan(10)
  })

  it('says no word that the glossary has another one for', () => {
    const wrong = (sections: readonly Section[], language: 'en' | 'zh') =>
      sections.flatMap(({ title, lines }) =>
        wrongWordsIn(lines.map(readText).join('\n'), language).map((word) => `${title}: ${word}`),
      )
    expect([...wrong(english, 'en'), ...wrong(chinese, 'zh')]).toEqual([])
  })
})

describe('the Chinese README', () => {
  it.each(CHINESE_TYPOGRAPHY)('%s', (_, offence) => {
    const lines = chinese.flatMap(({ lines }) => lines.map(readText))
    expect(lines.filter((line) => offence.test(line))).toEqual([])
    expect(lines.length).toBeGreaterThan(100)
  })
})
