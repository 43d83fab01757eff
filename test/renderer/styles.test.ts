import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const FOLDER = join(import.meta.dirname, '../../renderer/styles')
const SHEETS = readdirSync(FOLDER).filter((name) => name.endsWith('.css'))

/** The classes that a sheet styles wherever they stand: alone in a selector, or with others behind a comma or in `:is()`. */
function bareClasses(css: string): readonly string[] {
  const rules = css.replace(/\/\*.*?\*\//gs, '').matchAll(/([^{};]+)\{/g)
  return [...rules].flatMap(([, selector = '']) =>
    selector
      .trim()
      .replace(/^:(?:is|where)\(([^()]*)\)$/, '$1')
      .split(/,(?![^(]*\))/)
      .flatMap((one) => /^\s*\.([\w-]+)\s*$/.exec(one)?.[1] ?? []),
  )
}

/** The sheets of every class that more than one styles bare. */
function sharedBetween(sheets: ReadonlyMap<string, string>): readonly string[] {
  const homes = new Map<string, Set<string>>()
  for (const [name, css] of sheets)
    for (const one of bareClasses(css)) homes.set(one, (homes.get(one) ?? new Set()).add(name))
  return [...homes]
    .filter(([, names]) => names.size > 1)
    .map(([one, names]) => `.${one}: ${[...names].join(', ')}`)
}

describe('a class', () => {
  it('is styled bare in one sheet: a second one would change what it knows nothing of', () => {
    expect(SHEETS.length).toBeGreaterThan(15)
    const sheets = new Map(SHEETS.map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]))
    expect(sharedBetween(sheets)).toEqual([])
  })

  it('is found where it is bare, and not where it is said of what', () => {
    const one =
      '/* .c {} */ .a,\n.b { x: 1 } @media (width < 9px) { .c { x: 1 } } .d > .e { x: 1 } .f.g { x: 1 }'
    expect(bareClasses(one)).toEqual(['a', 'b', 'c'])
    expect(bareClasses(':is(.h, .i) { x: 1 } .k:hover { x: 1 }')).toEqual(['h', 'i'])
    const sheets = new Map([
      ['one.css', one],
      ['two.css', '.b { y: 2 } .d { y: 2 }'],
    ])
    expect(sharedBetween(sheets)).toEqual(['.b: one.css, two.css'])
  })
})
