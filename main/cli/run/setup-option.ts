import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { RunConfig } from '@contract/settings/run-config'
import type { SeriesSource } from '@contract/settings/source-config'
import { configOfSetupCode } from '@contract/setup/setup-code'
import type { Written } from '../base/arguments'

/** Options that say what a run begins with, each all by itself. */
const BEGINNINGS = ['preset', 'series', 'load'] as const

/**
 * The settings of the code that `--setup` gives; null where none is given. Fails where it cannot be read, stands beside another
 * beginning, or is for a table and none is named.
 */
export function setupGiven({ texts }: Written): Result<RunConfig | null> {
  const code = texts.get('setup')
  if (code === undefined) return ok(null)
  const other = BEGINNINGS.find((name) => texts.has(name))
  if (other) return refuse(text('train.setupBeside', { option: `--${other}` }))
  const config = configOfSetupCode(code)
  if (!config.ok) return config
  const table = tableIn(config.value)
  if (!table || texts.has('data')) return config
  const { inputs, targets, origin } = table
  const columns = [...new Set([...inputs, ...targets])]
  return refuse(text('train.setupOfTable', { name: origin.name, columns }))
}

/** The table that a code is for; null where it is for what every machine has. */
export function tableIn({ data }: RunConfig): (SeriesSource & TableNamed) | null {
  const { source } = data
  return source.kind === 'series' && source.origin.kind === 'table'
    ? (source as SeriesSource & TableNamed)
    : null
}

type TableNamed = {
  readonly origin: { readonly kind: 'table'; readonly name: string; readonly sha256: string }
}

function refuse(why: Text): Result<never> {
  return fail('invalid-setting', why)
}
