import { en } from '@contract/language/en'
import { CHOOSABLE_LANGUAGES } from '@contract/language/languages'
import { describe, expect, it } from 'vitest'
import { ENTRIES } from './entries'
import { childrenOf, isCatalogue, literalsIn, type Node, SOURCES } from './sources'
import { CHINESE_TYPOGRAPHY, HAN, SPACED_PERCENT } from './typography'

const chinese = ENTRIES.filter(({ language }) => language === 'zh')

function templatesIn(node: Node): { readonly node: Node; readonly tag: string | null }[] {
  if (node.type === 'TaggedTemplateExpression')
    return [
      { node: node.quasi as Node, tag: String((node.tag as Node).name) },
      ...childrenOf(node.quasi as Node).flatMap(templatesIn),
    ]
  if (node.type === 'TemplateLiteral') return [{ node, tag: null }, ...childrenOf(node).flatMap(templatesIn)]
  return childrenOf(node).flatMap(templatesIn)
}

describe('the catalogues', () => {
  it('are read whole by this test, in every language', () => {
    for (const language of CHOOSABLE_LANGUAGES) {
      const ids = ENTRIES.filter((entry) => entry.language === language).map(({ id }) => id)
      expect([language, ids.sort()]).toEqual([language, Object.keys(en).sort()])
    }
  })

  it('have no sentence that nothing says', () => {
    // The keys of every catalogue are literals too: what stands there once more is said by another sentence.
    const said = CHOOSABLE_LANGUAGES.length + 1
    const stands = new Map<string, number>()
    for (const { path, program } of SOURCES)
      for (const { text } of literalsIn(program))
        stands.set(text, (stands.get(text) ?? 0) + (isCatalogue(path) ? 1 : said))
    expect(Object.keys(en).filter((id) => (stands.get(id) ?? 0) < said)).toEqual([])
  })

  it('say something in every sentence', () => {
    // One that is put together may be nothing but a value in quotation marks.
    const silent = ENTRIES.filter(
      ({ node, pieces }) => node.type === 'Literal' && pieces.join('').trim() === '',
    )
    expect(silent.map(({ id, language }) => `${language} ${id}`)).toEqual([])
  })

  it('name no key that is another one on a Mac: such a key comes into a sentence as a value', () => {
    // Ctrl-C in a terminal is the same on every system.
    const named = ENTRIES.filter(({ pieces }) =>
      /(?:Ctrl|Cmd|Control|Command) ?[+\]]|[⌘⌃]/.test(pieces.join('')),
    )
    expect(named.map(({ id, language }) => `${language} ${id}`)).toEqual([])
  })
})

describe('the Chinese of the catalogues', () => {
  it('has Chinese in every sentence, but where the English is a name too', () => {
    const english = new Map(
      ENTRIES.filter(({ language }) => language === 'en').map(({ id, pieces }) => [id, pieces.join(' ')]),
    )
    const untranslated = chinese.filter(
      ({ id, pieces }) =>
        !new RegExp(HAN, 'u').test(pieces.join('')) && /[a-z]{2,} [a-z]{2,}/.test(english.get(id) ?? ''),
    )
    expect(untranslated.map(({ id, pieces }) => `${id}: ${pieces.join('…')}`)).toEqual([])
  })

  it.each(CHINESE_TYPOGRAPHY)('%s', (_, offence) => {
    const offenders = chinese.flatMap(({ id, pieces }) =>
      pieces.filter((piece) => offence.test(piece)).map((piece) => `${id}: ${piece}`),
    )
    expect(offenders).toEqual([])
  })

  it('has a percent sign without a space, in every language', () => {
    const spaced = ENTRIES.filter(({ pieces }) => pieces.some((piece) => SPACED_PERCENT.test(piece)))
    expect(spaced.map(({ language, id }) => `${language} ${id}`)).toEqual([])
  })

  it('sets the space where a value meets it by its tag', () => {
    const bare = chinese.flatMap(({ id, node }) =>
      templatesIn(node)
        .filter(({ node: template, tag }) => tag !== 'zh' && (template.expressions as Node[]).length > 0)
        .filter(({ node: template }) =>
          new RegExp(HAN, 'u').test(
            literalsIn(template)
              .map(({ text }) => text)
              .join(''),
          ),
        )
        .map(() => id),
    )
    expect(bare).toEqual([])
  })
})
