import { basename } from 'node:path'
import { text } from '@contract/language/texts'
import { fail, type Result } from '@contract/result'
import type { Loaded } from '@contract/run/load-notes'
import type { RunConfig, Settings } from '@contract/settings/run-config'
import { NEW_RUN_SETTINGS, settingOf } from '@contract/settings/settings'
import { optionOf } from '../run/run-settings'
import type { LoadOptions } from './train-options'

/**
 * What was given on the command line and is otherwise with the file, as the refusal; null where they agree. Of a
 * network and its training nothing is changed behind the back of either.
 *
 * @param brought the settings that came of the file
 */
export function contradiction(
  { file, given }: Pick<LoadOptions, 'file' | 'given'>,
  brought: RunConfig,
): Extract<Result<never>, { ok: false }> | null {
  const name = NEW_RUN_SETTINGS.find(
    (each) => Object.hasOwn(given, each) && given[each] !== settingOf(brought, each),
  )
  if (name === undefined) return null
  return fail(
    'invalid-setting',
    text('train.contradiction', {
      option: `--${optionOf(name)}`,
      given: String(given[name]),
      file: basename(file),
      brought: String(settingOf(brought, name)),
    }),
  )
}

/** What is to be said of a file, without what the person has decided. */
export function unsaid<Of extends Loaded>(loaded: Of, given: Pick<Partial<Settings>, 'cell'>): Loaded {
  const { assumed, notes } = loaded
  return { ...(given.cell === undefined && assumed ? { assumed } : {}), ...(notes ? { notes } : {}) }
}
