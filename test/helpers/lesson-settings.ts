import { LESSON } from '@contract/settings/lesson'
import type { Settings } from '@contract/settings/run-config'
import { settingsOf } from '@contract/settings/settings'

/** The lesson's settings by name alone, for the maths, which takes of a run only what it needs. */
export const LESSON_SETTINGS: Settings = settingsOf(LESSON)
