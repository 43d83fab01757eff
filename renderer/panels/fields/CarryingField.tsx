import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { useId } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import { CARRYINGS, type Carrying, carryingOf, settingsFor } from '../../store/selectors/carrying'
import { settingsShown } from '../../store/selectors/selectors'
import { FieldNote } from '../settings/FieldNote'
import { fieldId } from '../settings/field-places'
import { useResting } from './use-resting'
import { WipeState } from './WipeState'

const NAMES: { readonly [Name in Carrying]: Text } = {
  keep: text('settingsPanel.keepState'),
  reset: text('settingsPanel.resetState'),
  freeze: text('settingsPanel.freezeState'),
}

/** What becomes of the carried state: one choice of three, which are two settings in files, and wiping it once. */
export function CarryingField() {
  const { commands } = useWorld()
  const say = useSay()
  const label = useId()
  const chosen = useAppState((state) => carryingOf(settingsShown(state)))
  const isEarly = useAppState(({ run }) => run === null || run.phase === 'ready')
  const resting = useResting('carryState')
  const explained = chosen === 'freeze' ? 'freezeState' : 'carryState'
  return (
    <div className="field" {...resting}>
      <span id={label} className="field-label">
        {say('settingsPanel.carriedState')}
      </span>
      <div
        className="segments"
        role="radiogroup"
        aria-labelledby={label}
        aria-describedby={`${fieldId(explained)}-note`}
        data-testid="carrying"
      >
        {CARRYINGS.map((carrying) => {
          // Before the first update there is no state to freeze.
          const isOff = carrying === 'freeze' && isEarly && chosen !== 'freeze'
          return (
            <label
              key={carrying}
              className="segment"
              title={isOff ? say('settingsPanel.nothingToFreeze') : undefined}
            >
              <input
                type="radio"
                name="carrying"
                data-testid={`carrying-${carrying}`}
                checked={carrying === chosen}
                disabled={isOff}
                onChange={() => void commands.pickTogether(settingsFor(carrying))}
              />
              <span>{say(NAMES[carrying])}</span>
            </label>
          )
        })}
      </div>
      <FieldNote name={explained} />
      <WipeState />
    </div>
  )
}
