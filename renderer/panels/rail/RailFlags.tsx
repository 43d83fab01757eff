import { text } from '@contract/language/texts'
import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import { presentParameters } from '../../store/selectors/run-selectors'
import { changesText, plannedText } from '../../store/words/settings-changes'
import { ONE_LINE_RAIL, useMedia } from '../use-media'
import { EventMenu } from './EventMenu'
import { type Flag, flagsOf, leastDistance } from './rail-flags'
import { placeWithin } from './rail-keys'
import { railEnds, updateAt } from './rail-place'

/** Flags that stand apart on the narrowest rail, and on the others. */
const PLACES = { narrow: 12, wide: 32 }
/** Changes that are told of at one flag; of more, the first ones. */
const MOST_TOLD = 8
/** Pixels that a hand may tremble by. */
const TREMOR = 4

/** A flag in a hand, and where it is. */
type Drag = { readonly flag: string; readonly from: number; readonly at: number | null }

/**
 * Where settings were changed and where the run branches off, each a way to that update and to what can be done with it; and
 * hollow ones where it will change by itself.
 */
export function RailFlags() {
  const say = useSay()
  const { store, history } = useWorld()
  const events = useAppState((state) => state.run?.events)
  const planned = useAppState((state) => state.run?.planned)
  const branch = useAppState((state) => state.description?.branch ?? null)
  const parameters = useAppState(presentParameters)
  const places = useMedia(ONE_LINE_RAIL) ? PLACES.narrow : PLACES.wide
  const group = useRef<HTMLFieldSetElement>(null)
  /** The one that the Tab key comes to. */
  const [stop, setStop] = useState<string | null>(null)
  const [open, setOpen] = useState<{ readonly flag: string; readonly movedTo: number | null } | null>(null)
  const [drag, setDrag] = useState<Drag | null>(null)
  const ends = () => ({ first: history.firstUpdate, last: history.lastUpdate })
  const isBare = (events ?? []).length === 0 && (planned ?? []).length === 0 && branch === null
  // Where there is no flag nothing need be rendered anew while the run goes on.
  const distance = useAppState(() => (isBare ? 0 : leastDistance(railEnds(history, planned), places)))
  if (isBare) return null

  const told = { events: events ?? [], planned: planned ?? [], branchedAt: branch?.update ?? null }
  const flags = flagsOf(told, distance)
  const opened = flags.find((flag) => flag.key === open?.flag && flag.kind !== 'branch')

  function wordsOf({ isBranch, events, planned }: Flag): string {
    const all = [
      ...events.map((event) => changesText(event, parameters)),
      ...planned.map((change) => text('rail.toCome', { change: plannedText(change, parameters) })),
    ]
    const told = all.slice(0, MOST_TOLD).map((words) => say(words))
    return [
      ...(isBranch && branch ? [say('rail.branchPoint', { update: branch.update })] : []),
      ...told,
      ...(told.length < all.length ? ['…'] : []),
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
      Math.max(first, updateAt(track.getBoundingClientRect(), clientX, railEnds(history, planned))),
    )
    setDrag({ ...drag, at })
  }

  function onClick(flag: Flag) {
    const dropped = drag?.at ?? null
    setDrag(null)
    if (dropped === null && flag === opened) return close(true)
    // What is to come cannot be looked at.
    if (dropped === null && flag.kind !== 'planned') store.getState().goTo(placeWithin(flag.update, ends()))
    // One change moves; where several stand together a hand cannot say which.
    const movedTo = flag.events.length === 1 ? dropped : null
    if (flag.kind !== 'branch') setOpen({ flag: flag.key, movedTo })
  }

  return (
    <fieldset className="rail-flags" ref={group} aria-label={say('rail.flags')}>
      {flags.map((flag, index) => {
        const { key, kind } = flag
        const words = wordsOf(flag)
        const isStop = flags.some((each) => each.key === stop) ? key === stop : index === 0
        const at = (drag?.flag === key ? drag.at : null) ?? flag.update
        return (
          <button
            key={key}
            type="button"
            tabIndex={isStop ? 0 : -1}
            className={`rail-flag ${kind}`}
            style={{ '--update': at } as CSSProperties}
            title={words}
            aria-label={words}
            aria-haspopup={kind === 'branch' ? undefined : 'dialog'}
            aria-expanded={kind === 'branch' ? undefined : flag === opened}
            data-testid={kind === 'planned' ? 'rail-planned-flag' : `rail-${kind}`}
            onFocus={() => setStop(key)}
            onKeyDown={onKeyDown}
            onPointerDown={({ button, currentTarget, clientX, pointerId }) => {
              if (button !== 0 || kind !== 'change') return
              currentTarget.setPointerCapture(pointerId)
              setDrag({ flag: key, from: clientX, at: null })
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
