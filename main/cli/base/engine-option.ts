import { fail, ok, type Result } from '@contract/result'
import { ENGINES, type EngineName } from '@contract/run/engine-name'

/** The engine of this name; the app's own when none is named. */
export function engineNamed(name: string | undefined): Result<EngineName> {
  if (name === undefined) return ok('compiled')
  const engine = ENGINES.find((known) => known === name)
  return engine ? ok(engine) : fail('invalid-setting', oneOf('The engine', ENGINES, name))
}

/** The contract's sentence for a choice, for what is no setting of a run. */
export function oneOf(what: string, names: readonly string[], given: string): string {
  return `${what} must be one of ${names.join(', ')}, but "${given}" was given; choose one of these.`
}
