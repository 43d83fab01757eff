import { CASES, type Case } from '../cases/cases'

/** Whose recordings are looked at: the lesson's, and those of cells with gates. */
export const KEPT_CASES: readonly Case[] = CASES.filter(({ name }) =>
  ['lesson', 'gru', 'lstm'].includes(name),
)

/** @throws Error if there is none of that name */
export function keptCase(name: string | undefined): Case {
  const found = KEPT_CASES.find((one) => one.name === name)
  if (!found) throw new Error(`no recordings are looked at of ${name}`)
  return found
}
