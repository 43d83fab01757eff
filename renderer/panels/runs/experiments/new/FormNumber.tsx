import type { Text } from '@contract/language/text'
import { useEffect, useId, useState } from 'react'
import { useSay } from '../../../../app-world'

/** Who pauses for so long has written a number: what is wrong with it may be said. */
const PAUSE_MILLISECONDS = 700

/** A number of a new experiment, and what is wrong with it. */
export function FormNumber({
  testId,
  label,
  text,
  problem,
  onType,
}: {
  readonly testId: string
  readonly label: string
  /** As it is typed or proposed. */
  readonly text: string
  readonly problem: Text | undefined
  readonly onType: (text: string) => void
}) {
  const say = useSay()
  const id = useId()
  const isTold = useLate(problem !== undefined, text)
  const isInvalid = problem !== undefined && isTold
  return (
    <div className={isInvalid ? 'form-number invalid' : 'form-number'}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        data-testid={testId}
        className="number"
        type="text"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        value={text}
        aria-invalid={isInvalid}
        aria-describedby={`${id}-problem`}
        onChange={(event) => onType(event.target.value)}
      />
      <p id={`${id}-problem`} className="problem" role="alert" data-testid={`${testId}-problem`}>
        {isInvalid && say(problem)}
      </p>
    </div>
  )
}

/** Whether something has been so for a pause without another letter. */
function useLate(is: boolean, typed: string): boolean {
  const [isLate, setLate] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: every letter begins the pause again.
  useEffect(() => {
    setLate(false)
    if (!is) return
    const timer = setTimeout(() => setLate(true), PAUSE_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [is, typed])
  return is && isLate
}
