const ACCENTED: { readonly [letter: string]: string } = Object.fromEntries(
  [...'aceiklnorsuyzACEIKLNORSUYZ'].map((letter, at) => [
    letter,
    [...'äçéíķĺñôŕšûýžÄÇÉÍĶĹÑÔŔŠÛÝŽ'][at] ?? letter,
  ]),
)

/**
 * A sentence as no language has it: accented, and longer by 40 % as German is. What is not so in the window does not
 * come from the catalogues; what does not fit would not fit in some language.
 */
export function pseudo(sentence: string): string {
  const accented = sentence.replace(/[A-Za-z]/g, (letter) => ACCENTED[letter] ?? letter)
  const more = Math.ceil([...sentence].length * 0.4)
  // Short words, as a real sentence has them: one long word could not be broken.
  return `${accented} ${'ľoŋg '.repeat(Math.ceil(more / 5)).slice(0, more)}`.trimEnd()
}
