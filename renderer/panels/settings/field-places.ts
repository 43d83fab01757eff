import type { SettingName } from '@contract/settings/setting'
import type { SettingsGroup } from '../../store/state/app-state'

/** A part of the panel; the first is always open. */
export type Section = 'training' | SettingsGroup

/** Where in the panel each setting has its field; within a section in this order. */
const PLACES: { readonly [Name in SettingName]: Section } = {
  learningRate: 'training',
  updates: 'training',
  carryState: 'training',
  freezeState: 'training',
  patience: 'training',
  points: 'data',
  endpoint: 'data',
  span: 'data',
  horizon: 'data',
  window: 'data',
  order: 'data',
  stride: 'data',
  batch: 'data',
  scaling: 'data',
  trainPercent: 'data',
  validationPercent: 'data',
  dataSeed: 'data',
  cell: 'network',
  layers: 'network',
  hiddenUnits: 'network',
  family: 'network',
  seed: 'network',
  readout: 'network',
  optimizer: 'optimiser',
  momentum: 'optimiser',
  clipNorm: 'optimiser',
  shown: 'optimiser',
}

/** The settings of a section, in their order. */
export function settingsIn(section: Section): readonly SettingName[] {
  return (Object.keys(PLACES) as SettingName[]).filter((name) => PLACES[name] === section)
}

/** A field's id, in the page and in tests: `learning-rate` of `learningRate`. */
export function fieldId(name: SettingName): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
