import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import { changesText } from '../../store/words/settings-changes'
import { ONE_LINE_RAIL, useMedia } from '../use-media'
import { EventMenu } from './EventMenu'
import { type Flag, flagsOf, leastDistance } from './rail-flags'
import { placeWithin } from './rail-keys'
import { updateAt } from './rail-place'

/** Flags that stand apart on the narrowest rail, and on the others. */
const PLACES = { narrow: 12, wide: 32 }
/** Changes that are told of at one flag; of more, the first ones. */
const MOST_TOLD = 8
/** Pixels that a hand may tremble by. */
const TREMOR = 4

/** A flag in a hand, and where it is. */
type Drag = { readonly flag: number; readonly from: number; readonly at: number | null }

/** Where settings were changed and where the run branches off, each a way to that update and to what can be done with it. */
export function RailFlags() {
  const say = useSay()
  const { store, history } = useWorld()
  const events = useAppState((state) => state.run?.events)
  const branch = useAppState((state) => state.description?.branch ?? null)
  const places = useMedia(ONE_LINE_RAIL) ? PLACES.narrow : PLACES.wide
  const group = useRef<HTMLFieldSetElement>(null)
  /** The one that the Tab key comes to. */
  const [stop, setStop] = useState<number | null>(null)
  const [open, setOpen] = useState<{ readonly flag: number; readonly movedTo: number | null } | null>(null)
  const [drag, setDrag] = useState<Drag | null>(null)
  const ends = () => ({ first: history.firstUpdate, last: history.lastUpdate })
  const isBare = (events ?? []).length === 0 && branch === null
  // Where there is no flag nothing need be rendered anew while the run goes on.
  const distance = useAppState(() => (isBare ? 0 : leastDistance(ends(), places)))
  if (isBare) return null

  const flags = flagsOf(events ?? [], branch?.update ?? null, distance)
  const opened = flags.find((flag) => flag.update === open?.flag && flag.events.length > 0)

  function wordsOf({ isBranch, events }: Flag): string {
    const told = events.slice(0, MOST_TOLD).map((event) => say(changesText(event)))
    return [
      ...(isBranch && branch ? [say('rail.branchPoint', { update: branch.update })] : []),
      ...told,
      ...(told.length < events.length ? ['…'] : []),
    ].join('\n')
  }

  function buttons(): HTMLButtonElement[] {
    return [...(group.current?.querySelectorAll<HTMLButtonElement>('.rail-flag') ?? [])]
  }

  function onKeyDown(event: KeyboardEvent<HTMLButtonElement>) {
    const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (way === undefined) return
    event.preventDefault()
    const all = buttons()
    all[all.indexOf(event.currentTarget) + way]?.focus()
  }

  function close(back: boolean) {
    const at = opened ? flags.indexOf(opened) : -1
    setOpen(null)
    if (back) buttons()[at]?.focus()
  }

  function onPointerMove({ clientX }: PointerEvent) {
    const track = group.current
    if (!drag || !track) return
    if (drag.at === null && Math.abs(clientX - drag.from) < TREMOR) return
    const { first, last } = ends()
    const at = Math.min(
      last,
      Math.max(first, updateAt(track.getBoundingClientRect(), clientX, { first, last })),
    )
    setDrag({ ...drag, at })
  }

  function onClick(flag: Flag) {
    const dropped = drag?.at ?? null
    setDrag(null)
    if (dropped === null && flag === opened) return close(true)
    if (dropped === null) store.getState().goTo(placeWithin(flag.update, ends()))
    // One change moves; where several stand together a hand cannot say which.
    const movedTo = flag.events.length === 1 ? dropped : null
    if (flag.events.length > 0) setOpen({ flag: flag.update, movedTo })
  }

  return (
    <fieldset className="rail-flags" ref={group} aria-label={say('rail.flags')}>
      {flags.map((flag, index) => {
        const kind = flag.events.length > 0 ? 'change' : 'branch'
        const words = wordsOf(flag)
        const isStop = flags.some(({ update }) => update === stop) ? flag.update === stop : index === 0
        const at = (drag?.flag === flag.update ? drag.at : null) ?? flag.update
        return (
          <button
            key={flag.update}
            type="button"
            tabIndex={isStop ? 0 : -1}
            className={`rail-flag ${kind}`}
            style={{ '--update': at } as CSSProperties}
            title={words}
            aria-label={words}
            aria-haspopup={kind === 'change' ? 'dialog' : undefined}
            aria-expanded={kind === 'change' ? flag === opened : undefined}
            data-testid={`rail-${kind}`}
            onFocus={() => setStop(flag.update)}
            onKeyDown={onKeyDown}
            onPointerDown={({ button, currentTarget, clientX, pointerId }) => {
              if (button !== 0 || kind === 'branch') return
              currentTarget.setPointerCapture(pointerId)
              setDrag({ flag: flag.update, from: clientX, at: null })
            }}
            onPointerMove={onPointerMove}
            onPointerCancel={() => setDrag(null)}
            onClick={() => onClick(flag)}
          />
        )
      })}
      {opened && open && (
        <EventMenu key={`${open.flag} ${open.movedTo}`} flag={opened} movedTo={open.movedTo} close={close} />
      )}
    </fieldset>
  )
}
