import type { NumberSetting } from '@contract/settings/setting'

/** What a press on an arrow key makes of a value. */
type Step = { readonly up: (value: number) => number; readonly down: (value: number) => number }

export const STEPS: { readonly [Name in NumberSetting['step']]: Step } = {
  one: { up: (value) => value + 1, down: (value) => value - 1 },
  // Without the dust that adding tenths leaves in binary.
  tenth: {
    up: (value) => Number((value + 0.1).toFixed(6)),
    down: (value) => Number((value - 0.1).toFixed(6)),
  },
  // In two significant digits: a learning rate is tried in proportions.
  proportion: {
    up: (value) => Number((value * 1.1).toPrecision(2)),
    down: (value) => Number((value / 1.1).toPrecision(2)),
  },
}
