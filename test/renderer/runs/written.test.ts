import { describe, expect, it } from 'vitest'
import { asLatex, asMarkdown } from '../../../renderer/panels/runs/table/model/written'

const table = {
  columns: [
    { name: 'Name', isNumber: false },
    { name: 'Loss', isNumber: true },
  ],
  rows: [
    ['a|b *c* <i>\n[x]', '0.5'],
    ['50% & $3_000 #1 {x} ~^\\', '−0.25 → ∞'],
    ['[1cm] "q"', '1'],
  ],
}

describe('a table of runs is written', () => {
  it('as Markdown, in which no cell ends a column or means anything else', () => {
    expect(asMarkdown(table)).toBe(
      [
        '| Name | Loss |',
        '| --- | --: |',
        '| a\\|b \\*c\\* \\<i\\> \\[x\\] | 0.5 |',
        '| 50% \\& \\$3\\_000 \\#1 \\{x\\} \\~^\\\\ | −0.25 → ∞ |',
        '| \\[1cm\\] "q" | 1 |',
        '',
      ].join('\n'),
    )
  })

  it('as LaTeX, in which every sign is itself', () => {
    expect(asLatex(table)).toBe(
      [
        '% \\usepackage{booktabs}',
        '\\begin{tabular}{lr}',
        '  \\toprule',
        '  Name & Loss \\\\',
        '  \\midrule',
        '  a\\textbar{}b *c* \\textless{}i\\textgreater{} {[}x{]} & 0.5 \\\\',
        '  50\\% \\& \\$3\\_000 \\#1 \\{x\\} \\textasciitilde{}\\textasciicircum{}\\textbackslash{} & $-$0.25 $\\rightarrow$ $\\infty$ \\\\',
        "  {[}1cm{]} ''q'' & 1 \\\\",
        '  \\bottomrule',
        '\\end{tabular}',
        '',
      ].join('\n'),
    )
  })
})
