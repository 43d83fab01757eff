/** What stands between two headings of a document in Markdown. */
export type Section = {
  /** 1 for the document's title. */
  readonly level: number
  readonly title: string
  /** Blocks of code, without their fences. */
  readonly blocks: readonly string[]
  /** Tables by their rows, head first, each of its cells. */
  readonly tables: readonly (readonly (readonly string[])[])[]
  /** Every other line, head and cells of tables among them, without the marks of lists. */
  readonly lines: readonly string[]
}

function cellsOf(row: string): string[] {
  return row
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())
}

/** The sections of a document, in their order. */
export function sectionsOf(markdown: string): Section[] {
  const blocks = markdown.split(/^```.*$/m)
  // Headings do not count in code: every block of it is put away under its number.
  const prose = blocks.map((part, at) => (at % 2 === 0 ? part : `\uE000${at}`)).join('')
  return prose.split(/^(?=#+ )/m).flatMap((text) => {
    const [heading = '', ...rest] = text.split('\n')
    const [, marks = '', title = ''] = /^(#+) (.*)$/.exec(heading) ?? []
    if (marks === '') return []
    const body = rest.join('\n')
    const tables = body.match(/(?:^\|.*\n?)+/gm) ?? []
    const rowsOf = (table: string) => table.trim().split('\n').map(cellsOf)
    const isRule = (cells: readonly string[]) => cells.every((cell) => /^:?-+:?$/.test(cell))
    return [
      {
        level: marks.length,
        title,
        blocks: [...body.matchAll(/\uE000(\d+)/g)].map(([, at]) => (blocks[Number(at)] ?? '').trim()),
        tables: tables.map((table) => rowsOf(table).filter((cells) => !isRule(cells))),
        lines: [title, ...rest]
          .flatMap((line) => (line.startsWith('|') ? cellsOf(line) : [line.replace(/^(?:- |\d+\. )/, '')]))
          .filter((line) => line !== '' && !line.startsWith('\uE000') && !/^:?-+:?$/.test(line)),
      },
    ]
  })
}

/** What is set as code within the lines, sorted, as sentences of two languages have not one order. */
export function codesIn(lines: readonly string[]): string[] {
  return lines.flatMap((line) => [...line.matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? '')).sort()
}

/** Where the links and pictures in the lines lead, sorted. */
export function linksIn(lines: readonly string[]): string[] {
  return lines.flatMap((line) => [...line.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link ?? '')).sort()
}

/** The text as it is read, with an x for every code. */
export function readText(line: string): string {
  return line
    .replace(/`[^`]+`/g, 'x')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*+/g, '')
}

/** The numbers in the lines outside of code, sorted: 10,000 and 0.02 and 12. */
export function numbersIn(lines: readonly string[]): string[] {
  return lines.flatMap((line) => readText(line).match(/\d+(?:[.,]\d+)*/g) ?? []).sort()
}

/** The name by which a heading can be linked to, as GitHub makes it. */
export function anchorOf(title: string): string {
  return readText(title)
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
}
