import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { ENGINES, type EngineName } from '@contract/run/engine-name'

/** The engine of this name; the app's own when none is named. */
export function engineNamed(name: string | undefined): Result<EngineName> {
  if (name === undefined) return ok('compiled')
  const engine = ENGINES.find((known) => known === name)
  return engine ? ok(engine) : fail('invalid-setting', oneOf(text('cli.theEngine'), ENGINES, name))
}

/** The contract's sentence for a choice, for what is no setting of a run. */
export function oneOf(what: Text, names: readonly string[], given: string): Text {
  return text('cli.notOneOf', { what, names, given })
}
