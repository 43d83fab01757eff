import { LESSON } from '@contract/settings/lesson'
import type { Settings } from '@contract/settings/run-config'
import { settingsOf } from '@contract/settings/settings'
import { networkOf } from '../../main/trainer/network/shape/network-of'
import type { NetworkSpec } from '../../main/trainer/network/shape/network-spec'

/** A run's settings by name alone, with its network's sizes beside them. */
export type MathSettings = Settings & NetworkSpec

/** The lesson's settings for the maths, which takes of a run only what it needs. */
export const LESSON_SETTINGS: MathSettings = { ...settingsOf(LESSON), ...networkOf(LESSON) }
