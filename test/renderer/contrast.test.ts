import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(join(import.meta.dirname, '../../renderer/styles/tokens.css'), 'utf8')

/** The colours of a theme: the light ones, and over them those of the dark block. */
function tokens(dark: boolean): Map<string, string> {
  const [light = '', after = ''] = css.split('@media (prefers-color-scheme: dark)')
  const blocks = dark ? [light, after.split('@media')[0] ?? ''] : [light]
  return new Map(
    blocks.flatMap((block) =>
      [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(
        ([, name = '', value = '']) => [name, value] as const,
      ),
    ),
  )
}

/** Relative luminance, as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

/** Every ground that words stand on, hovered ones too, which no axe sees. */
const WORDS: readonly (readonly [words: string, ground: string])[] = [
  ...['surface', 'ground', 'hover'].flatMap((ground) => [
    ['ink', ground] as const,
    ['ink-soft', ground] as const,
  ]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['ink', 'waiting-ground'],
  ['waiting', 'waiting-ground'],
  ['ink', 'problem-ground'],
  ['problem', 'problem-ground'],
  ['problem', 'surface'],
  ['norm', 'surface'],
]

/** Lines and dots need less: 3:1 (WCAG 1.4.11). */
const LINES = [
  'target',
  'prediction',
  'input',
  'loss',
  'mean-loss',
  'norm',
  'reference',
  'ghost',
  'done',
  'problem',
  'accent',
  ...Array.from({ length: 6 }, (_, lane) => `lane-${lane + 1}`),
]

describe.each([
  ['light', false],
  ['dark', true],
] as const)('in the %s theme', (_, dark) => {
  const colours = tokens(dark)
  const of = (name: string) => {
    const value = colours.get(name)
    if (!value) throw new Error(`tokens.css has no colour --${name}`)
    return value
  }

  it.each(WORDS)('%s can be read on %s', (words, ground) => {
    expect(contrast(of(words), of(ground))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(LINES)('%s stands off the surface', (line) => {
    expect(contrast(of(line), of('surface'))).toBeGreaterThanOrEqual(3)
  })
})
