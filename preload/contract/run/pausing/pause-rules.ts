import { RIVAL_NAMES, type RivalName } from '../../data/scores'
import type { Text } from '../../language/text'
import { text } from '../../language/texts'
import { fail, ok, type Result } from '../../result'
import { checkNumber } from '../../settings/parse-settings'

/** When a run is to pause by itself. It is a wish about the run, and nothing that a number depends on. */
export type PauseRule =
  /** The loss of an update, before it, is less than this. */
  | { readonly kind: 'loss-below'; readonly loss: number }
  /** The norm of an update's gradient, before it is clipped, is more than this. */
  | { readonly kind: 'gradient-above'; readonly norm: number }
  /** The network has become better than a rule, by the running mean of its losses. */
  | { readonly kind: 'rival-passed'; readonly rival: RivalName }
  /** So many updates have been made in all. */
  | { readonly kind: 'update'; readonly update: number }

export type PauseRuleKind = PauseRule['kind']

/** Why a run paused by itself: the rule, and the number by which it held; null where the rule says it all. */
export type PauseReason = {
  readonly rule: PauseRule
  /** The update after which it stands. */
  readonly update: number
  readonly value: number | null
}

/** The least and the greatest number that a loss or a norm can be compared with. */
export const PAUSE_LIMITS = { min: 1e-12, max: 1e12 } as const

/** Turns anything that a page or a file says into rules, at most one of a kind; the error is one sentence. */
export function parsePauseRules(value: unknown): Result<readonly PauseRule[]> {
  if (!Array.isArray(value)) return refuse(text('pauseRules.noList'))
  const rules: PauseRule[] = []
  for (const each of value as readonly unknown[]) {
    const rule = parseRule(each)
    if (!rule.ok) return rule
    if (rules.some(({ kind }) => kind === rule.value.kind)) return refuse(text('pauseRules.noList'))
    rules.push(rule.value)
  }
  return ok(rules)
}

function parseRule(value: unknown): Result<PauseRule> {
  const { kind, loss, norm, rival, update } = (value ?? {}) as Record<string, unknown>
  switch (kind) {
    case 'loss-below':
      return isLimit(loss) ? ok({ kind, loss }) : refuse(text('pauseRules.number', PAUSE_LIMITS))
    case 'gradient-above':
      return isLimit(norm) ? ok({ kind, norm }) : refuse(text('pauseRules.number', PAUSE_LIMITS))
    case 'rival-passed': {
      const name = RIVAL_NAMES.find((known) => known === rival)
      return name ? ok({ kind, rival: name }) : refuse(text('pauseRules.noList'))
    }
    case 'update': {
      // It can be as far away as a run can be long, and a run can go on after its goal.
      const checked = checkNumber('updates', update)
      return checked.ok ? ok({ kind, update: checked.value }) : checked
    }
    default:
      return refuse(text('pauseRules.noList'))
  }
}

function isLimit(value: unknown): value is number {
  return typeof value === 'number' && value >= PAUSE_LIMITS.min && value <= PAUSE_LIMITS.max
}

function refuse(why: Text): Result<never> {
  return fail('invalid-setting', why)
}
