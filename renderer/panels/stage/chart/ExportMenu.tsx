import { VIEW_FORMATS, type ViewFormat } from '@contract/files/view-files'
import { text } from '@contract/language/texts'
import { fail, ok } from '@contract/result'
import { type RefObject, useRef, useState } from 'react'
import { useSay, useWorld } from '../../../app-world'
import { exportableOf } from '../../../charts/export/exportable'
import { entryOf, legendIn } from '../../../charts/export/legend'
import { viewBytes } from '../../../charts/export/view-bytes'
import { MoreIcon } from '../../icons'
import { Menu } from '../../Menu'

type Props = {
  /** What is saved, where its card shows several views; else the one that the card shows. */
  readonly of?: RefObject<Element | null>
  /** What the view is called, where its card has another name. */
  readonly label?: string
  /** Left out: all. */
  readonly formats?: readonly ViewFormat[]
}

/** Saves a view as SVG, PNG or CSV: for the head of its card. What is to be saved the view offers (`Exportable`). */
export function ExportMenu({ of, label, formats = VIEW_FORMATS }: Props) {
  const say = useSay()
  const { commands, store, theme } = useWorld()
  const place = useRef<HTMLDivElement>(null)
  const [busy, setBusy] = useState(false)

  async function save(format: ViewFormat) {
    setBusy(true)
    await commands.saveView(async (read) => {
      const card = place.current?.closest('.card')
      const shown = of ? (of.current ? [of.current] : []) : (card?.querySelectorAll('canvas, svg') ?? [])
      const view = exportableOf(shown)
      if (!card || !view) return fail('invalid-setting', text('views.nothing'))
      const legend = view.legend?.map((line) => entryOf(line, say)) ?? legendIn(card, view.name)
      const title = typeof view.title === 'string' ? view.title : say(view.title)
      const frame = { title, legend, theme: theme.current() }
      const made = await viewBytes(view, format, frame, read)
      if (!made.ok) return made
      const { name, update } = view
      const run = store.getState().description?.id ?? null
      return ok({ format, view: name, run, update, bytes: made.value })
    })
    setBusy(false)
  }

  return (
    <div ref={place} className="view-menu">
      <Menu
        items={formats.map((format) => ({
          id: `save-view-${format}`,
          label: say('views.save', { format: format.toUpperCase() }),
          opensDialog: true,
          act: () => void save(format),
        }))}
        testId="view-menu"
        label={label === undefined ? say('views.menu') : say('views.menuOf', { view: label })}
        className="button small quiet"
        wordless
        disabled={busy}
      >
        <MoreIcon />
      </Menu>
    </div>
  )
}
