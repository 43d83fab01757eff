export const HAN = '\\p{Script=Han}'
const FULL_WIDTH = '，。；：？！“”（）、《》'

/** A percent sign stands at its number, in English and in Chinese; a unit that is chosen stands alone. */
export const SPACED_PERCENT = /[\s\u00a0]%/u

/** What simplified Chinese among Latin letters must not look like: the rule, and what breaks it in a line of text. */
export const CHINESE_TYPOGRAPHY: readonly (readonly [rule: string, offence: RegExp])[] = [
  ['has full-width punctuation', new RegExp(`${HAN}[,;:?!]|[,;:?!]\\s?${HAN}|${HAN}\\.(?:\\s|$)`, 'u')],
  ['has full-width brackets around Chinese', new RegExp(`\\(${HAN}|${HAN}\\)`, 'u')],
  ['has Chinese quotation marks', new RegExp(`["']${HAN}|${HAN}["']`, 'u')],
  [
    'has a space between Chinese and Latin letters or digits',
    new RegExp(`${HAN}[A-Za-z0-9]|[A-Za-z0-9]${HAN}`, 'u'),
  ],
  ['has no space beside full-width punctuation', new RegExp(`[${FULL_WIDTH}] | [，。；：？！、”）》]`, 'u')],
  ['has no space between Chinese and Chinese', new RegExp(`${HAN} +${HAN}`, 'u')],
  ['says “你” to nobody and “您” neither', /[你您]/u],
]
