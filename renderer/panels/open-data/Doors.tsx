import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { assertNever } from '@contract/result'
import { keysInWords } from '@contract/wire/shortcuts'
import { useState } from 'react'
import { useSay, useWorld } from '../../app-world'
import { DOORS, type Door } from '../../store/state/open-data'
import { CancelButton } from './CancelButton'
import { DataProblem } from './DataProblem'
import { DrawForm } from './draw/DrawForm'
import { useStage } from './use-stage'

const LABELS: { readonly [Which in Door]: Text } = {
  file: text('openData.file'),
  paste: text('openData.paste'),
  draw: text('openData.draw'),
}

/** The first step: where the data comes from. */
export function Doors() {
  const { commands } = useWorld()
  const say = useSay()
  const [pasted, setPasted] = useState('')
  const stage = useStage('doors')
  if (!stage) return null
  const { door, isWaiting, problem } = stage

  function goOn() {
    if (isWaiting) return
    if (door === 'file') void commands.openTableFile()
    else if (door === 'paste') void commands.pasteTable(pasted)
    else void commands.takeDrawing()
  }

  return (
    <form
      className="data-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        goOn()
      }}
    >
      <div className="dialog-body data-body">
        <fieldset className="doors">
          <legend className="visually-hidden">{say('openData.ways')}</legend>
          {DOORS.map((one) => (
            <label key={one} className="door">
              <input
                type="radio"
                name="data-door"
                data-testid={`door-${one}`}
                checked={door === one}
                onChange={() => commands.chooseDoor(one)}
              />
              {say(LABELS[one])}
            </label>
          ))}
        </fieldset>
        <Way door={door} pasted={pasted} onPasted={setPasted} />
      </div>
      <DataProblem problem={problem} />
      <div className="dialog-foot">
        <CancelButton />
        <button
          type="submit"
          className="button primary"
          data-testid="data-on"
          disabled={door === 'paste' && pasted.trim() === ''}
          aria-disabled={isWaiting}
        >
          {say(isWaiting ? 'openData.opening' : ON[door])}
        </button>
      </div>
    </form>
  )
}

const ON = { file: 'openData.chooseFile', paste: 'openData.usePasted', draw: 'openData.useDrawing' } as const

type WayProps = {
  readonly door: Door
  readonly pasted: string
  readonly onPasted: (pasted: string) => void
}

function Way({ door, pasted, onPasted }: WayProps) {
  const { platform } = useWorld()
  const say = useSay()
  switch (door) {
    case 'file':
      return (
        <div className="door-words">
          <p>{say('openData.fileExplained')}</p>
          <p className="data-soft">
            {say('openData.fileDropped', { keys: keysInWords('CmdOrCtrl+V', platform) })}
          </p>
        </div>
      )
    case 'paste':
      return (
        <label className="paste">
          <span>{say('openData.pasteExplained')}</span>
          <textarea
            className="paste-field"
            data-testid="data-pasted"
            aria-label={say('openData.pasted')}
            spellCheck={false}
            rows={10}
            value={pasted}
            onChange={(event) => onPasted(event.target.value)}
          />
        </label>
      )
    case 'draw':
      return <DrawForm />
    default:
      return assertNever(door)
  }
}
