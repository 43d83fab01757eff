import { text } from '../language/texts'
import type { LiveIn, SwitchName, SwitchSetting } from './setting'
import { isOfLesson } from './source-config'

const list = {
  carryState: {
    group: 'training',
    effect: 'live',
    label: text('settings.carryState'),
    option: 'carry',
    help: text('settings.carryStateHelp'),
    explanation: ({ carryState }) => text(carryState ? 'settings.stateCarried' : 'settings.stateZero'),
    // Windows from anywhere have no window before them.
    applies: ({ source, order }) => source.kind === 'lesson' || order === 'consecutive',
  },
  freezeState: {
    group: 'training',
    effect: 'live',
    label: text('settings.freezeState'),
    option: 'freeze',
    help: text('settings.freezeStateHelp'),
    explanation: ({ freezeState }) => text(freezeState ? 'settings.stateFrozen' : 'settings.stateMoves'),
    applies: ({ source, order, carryState }) =>
      carryState && (source.kind === 'lesson' || order === 'consecutive'),
  },
  endpoint: {
    group: 'data',
    effect: 'live',
    label: text('settings.endpoint'),
    option: 'endpoint',
    help: text('settings.endpointHelp'),
    applies: isOfLesson,
    explanation: ({ endpoint }) => text(endpoint ? 'settings.timesTwice' : 'settings.timesOnce'),
  },
} as const satisfies { readonly [Name in SwitchName]: SwitchSetting<Name> }

/** The settings that are on or off. */
export const SWITCHES: { readonly [Name in SwitchName]: SwitchSetting<Name> } = list

export type LiveSwitch = LiveIn<typeof list>
