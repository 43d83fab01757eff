import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { CHOICES } from '@contract/settings/choices'
import type { RunConfig } from '@contract/settings/run-config'

/** A line of what is said of a series. */
type Fact = { readonly label: Text; readonly value: Text }

/** How a series is used by a run, line by line: its columns, its windows, its parts and its scaling; nothing of the lesson. */
export function seriesFacts({ data, training }: RunConfig): readonly Fact[] {
  const { source, horizon, window, stride, order, scaling, trainPercent, validationPercent } = data
  if (source.kind === 'lesson') return []
  const { batch, carryState } = training
  return [
    { label: text('seriesPage.inputs'), value: text('seriesPage.columns', { names: source.inputs }) },
    {
      label: text('seriesPage.targets'),
      value: text('seriesPage.targetsLater', { names: source.targets, horizon }),
    },
    {
      label: text('seriesPage.windows'),
      value:
        order === 'random'
          ? text('seriesPage.windowsDrawn', { window, batch })
          : // A state is carried from where one window ends to where the next begins: there they meet.
            text('seriesPage.windowsInOrder', { window, stride: carryState ? window : stride, batch }),
    },
    {
      label: text('seriesPage.parts'),
      value: text('seriesPage.partsCut', {
        train: trainPercent,
        validation: validationPercent,
        test: 100 - trainPercent - validationPercent,
      }),
    },
    { label: CHOICES.scaling.label, value: CHOICES.scaling.values[scaling] },
  ]
}
