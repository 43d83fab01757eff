import type { LiveIn, SwitchName, SwitchSetting } from './setting'

const list = {
  carryState: {
    group: 'training',
    effect: 'live',
    label: 'Carry the state',
    option: 'carry',
    help: 'start every window from a hidden state of zeros',
    explanation: ({ carryState }) =>
      carryState
        ? 'Each window starts from the state the last one ended in.'
        : 'Every window begins with zeros.',
  },
  endpoint: {
    group: 'data',
    effect: 'live',
    label: 'Include the end point',
    option: 'endpoint',
    help: "leave out each window's last time",
    explanation: ({ endpoint }) =>
      endpoint ? 'Where two windows meet, a time is shown twice.' : 'No time is shown twice.',
  },
} as const satisfies { readonly [Name in SwitchName]: SwitchSetting<Name> }

/** The settings that are on or off. */
export const SWITCHES: { readonly [Name in SwitchName]: SwitchSetting<Name> } = list

export type LiveSwitch = LiveIn<typeof list>
