import { useSay, useWorld } from '../../../app-world'
import { viewCsv } from '../../../charts/export/view-table'
import { Menu } from '../../Menu'
import { runsAsColumns, writtenRows } from './model/copied'
import { asLatex, asMarkdown } from './model/written'
import type { RunTableView } from './use-run-table'

/** Puts the table into the clipboard: what is shown of it, of all rows. */
export function CopyMenu({ view }: { readonly view: RunTableView }) {
  const say = useSay()
  const { commands } = useWorld()
  const { shown, chosen, rows } = view
  const copy = (table: string, count: number) => void commands.copyRunTable(table, count)
  const items = [
    {
      id: 'csv',
      label: say('runsTab.copyCsv'),
      act: () => copy(viewCsv(runsAsColumns(shown, chosen)), chosen.length),
    },
    {
      id: 'markdown',
      label: say('runsTab.copyMarkdown'),
      act: () => copy(asMarkdown(writtenRows(shown, rows, say)), rows.length),
    },
    {
      id: 'latex',
      label: say('runsTab.copyLatex'),
      act: () => copy(asLatex(writtenRows(shown, rows, say)), rows.length),
    },
  ] as const
  return (
    <div className="view-menu">
      <Menu
        items={items.map((item) => ({ ...item, id: `copy-runs-${item.id}` }))}
        testId="copy-runs"
        label={say('runsTab.copy')}
        className="button small"
        disabled={chosen.length === 0}
      >
        {say('runsTab.copy')}
      </Menu>
    </div>
  )
}
