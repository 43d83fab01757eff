import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { counted, nounFor } from '@contract/language/english'
import { sayIn } from '@contract/language/say'
import { wordsIn } from '@contract/language/words'
import { describe, expect, it } from 'vitest'

describe('a number in words', () => {
  it.each([
    [0, '0 updates'],
    [1, '1 update'],
    [2, '2 updates'],
    [60, '60 updates'],
    [999, '999 updates'],
    [1000, '1,000 updates'],
    [1_000_000, '1,000,000 updates'],
  ])('%d is counted: %s', (count, words) => {
    expect(counted(count, 'update')).toBe(words)
  })

  it('takes a plural that is no singular and an s', () => {
    expect(counted(1, 'entry', 'entries')).toBe('1 entry')
    expect(counted(3, 'entry', 'entries')).toBe('3 entries')
    expect(nounFor(1, 'series', 'series')).toBe('series')
    expect([0, 1, 2].map((count) => nounFor(count, 'byte'))).toEqual(['bytes', 'byte', 'bytes'])
  })

  it('writes every digit, with commas and without an exponent', () => {
    const { number: inFigures } = wordsIn('en', sayIn('en'))
    expect(inFigures(0.000001)).toBe('0.000001')
    expect(inFigures(4_294_967_295)).toBe('4,294,967,295')
    expect(inFigures(1.5)).toBe('1.5')
  })
})

describe('the product', () => {
  const root = resolve(import.meta.dirname, '../..')
  const nouns = 'bytes|files|layers|numbers|parameters|points|sequences|settings|time steps|updates|windows'
  /** A value that is followed by a plural and was not counted; a list of paces or of endings is no number. */
  const uncounted = new RegExp(
    String.raw`\{(?!\w*[cC]ounted|\w+\.join\(|paces\}|scripted\(|max\}|steps\}|className\})[^{}\x60]*\} (?:more )?(?:${nouns})\b`,
    'g',
  )

  it('writes no number before a plural but by counting', () => {
    expect('{done} updates'.match(uncounted)).toHaveLength(1)
    expect("{counted(done, 'update')} updates".match(uncounted)).toBeNull()
    const found = ['main', 'preload', 'renderer'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name))
        .flatMap((name) =>
          readFileSync(join(root, folder, name), 'utf8')
            .split('\n')
            // Errors that are bugs are read by programmers.
            .filter((line) => !line.includes('new Error('))
            .flatMap((line) => line.match(uncounted) ?? [])
            .map((match) => `${folder}/${name}: ${match}`),
        ),
    )
    expect(found).toEqual([])
  })
})
