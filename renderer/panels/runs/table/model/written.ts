/** A table as it is copied: all rows have as many cells as there are names. */
export type WrittenTable = {
  readonly columns: readonly { readonly name: string; readonly isNumber: boolean }[]
  readonly rows: readonly (readonly string[])[]
}

/** Characters that mean something in Markdown, or in the HTML that it may hold. */
const MARKDOWN = /[\\`*_{}[\]<>|~#$&]/g

/** A table of GitHub's Markdown (GFM, section 4.10); numbers stand at the right. */
export function asMarkdown({ columns, rows }: WrittenTable): string {
  const cell = (words: string) => oneLine(words).replaceAll(MARKDOWN, '\\$&')
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const lines = [
    line(columns.map(({ name }) => cell(name))),
    line(columns.map(({ isNumber }) => (isNumber ? '--:' : '---'))),
    ...rows.map((cells) => line(cells.map(cell))),
  ]
  return `${lines.join('\n')}\n`
}

const LATEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': "''",
  // After a line's end it would begin the length that may follow there.
  '[': '{[}',
  ']': '{]}',
  '−': '$-$',
  '∞': '$\\infty$',
  '→': '$\\rightarrow$',
  '×': '$\\times$',
  '–': '--',
  '\u202f': '\\,',
  '\u00a0': '~',
}
const LATEX_SPECIAL = new RegExp(
  `[${Object.keys(LATEX)
    .join('')
    .replaceAll(/[\\\]^[-]/g, '\\$&')}]`,
  'gu',
)

/** A tabular of LaTeX with the rules of the package booktabs. */
export function asLatex({ columns, rows }: WrittenTable): string {
  const cell = (words: string) => oneLine(words).replaceAll(LATEX_SPECIAL, (sign) => LATEX[sign] ?? sign)
  const line = (cells: readonly string[]) => `  ${cells.map(cell).join(' & ')} \\\\`
  const places = columns.map(({ isNumber }) => (isNumber ? 'r' : 'l')).join('')
  return `${[
    '% \\usepackage{booktabs}',
    `\\begin{tabular}{${places}}`,
    '  \\toprule',
    line(columns.map(({ name }) => name)),
    '  \\midrule',
    ...rows.map(line),
    '  \\bottomrule',
    '\\end{tabular}',
  ].join('\n')}\n`
}

function oneLine(words: string): string {
  return words.replaceAll(/[\r\n\t]+/g, ' ').trim()
}
