import type { Text } from '@contract/language/text'
import { useSay } from '../../app-world'

type Props<View extends string> = {
  /** Of the group of buttons, and with a view's own name of its button in tests. */
  readonly name: string
  /** What is chosen, for screen readers. */
  readonly legend: string
  readonly views: readonly View[]
  readonly nameOf: (view: View) => Text
  readonly shown: View
  readonly show: (view: View) => void
}

/** Which one of some views is shown. */
export function ViewChoice<View extends string>({ name, legend, views, nameOf, shown, show }: Props<View>) {
  const say = useSay()
  return (
    <fieldset className="view-choice">
      <legend className="visually-hidden">{legend}</legend>
      {views.map((view) => (
        <label key={view} className="view-name">
          <input
            type="radio"
            name={name}
            data-testid={`${name}-${view}`}
            checked={view === shown}
            onChange={() => show(view)}
          />
          {say(nameOf(view))}
        </label>
      ))}
    </fieldset>
  )
}
