import { BUDGET_LIMITS } from '@contract/run/run-budget'
import { useState } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'

const GIGABYTE = 1_000_000_000

/** How much runs may take before a person is asked: in gigabytes, taken when the field is left or by Enter. */
export function RunBudget() {
  const say = useSay()
  const { commands } = useWorld()
  const budget = useAppState((state) => state.budget)
  /** As typed; null where that is what is in force. */
  const [typed, setTyped] = useState<string | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const take = () => {
    if (typed === null) return
    const bytes = Math.round(Number(typed) * GIGABYTE)
    const isGood = typed.trim() !== '' && bytes >= BUDGET_LIMITS.min && bytes <= BUDGET_LIMITS.max
    setRefused(isGood ? null : typed)
    if (isGood) void commands.setRunBudget(bytes).then(() => setTyped(null))
  }
  return (
    <div className="run-budget">
      <label>
        {say('runList.budget')}{' '}
        <input
          className="number"
          data-testid="run-budget"
          inputMode="decimal"
          value={typed ?? `${budget / GIGABYTE}`}
          aria-invalid={refused !== null}
          onChange={({ target }) => setTyped(target.value)}
          onBlur={take}
          onKeyDown={({ key }) => key === 'Enter' && take()}
        />{' '}
        {say('runList.gigabytes')}
      </label>
      {refused !== null && (
        <p className="run-budget-problem" role="alert">
          {say('runList.badBudget', { given: refused })}
        </p>
      )}
    </div>
  )
}
