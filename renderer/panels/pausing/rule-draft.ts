import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import type { Result } from '@contract/result'
import { type PauseRule, type PauseRuleKind, parsePauseRules } from '@contract/run/pausing/pause-rules'
import { parseNumber } from '../../store/words/parse-number'

/** A rule as it stands in the dialog: ticked or not, with what is typed or chosen. */
export type DraftRule = {
  readonly kind: PauseRuleKind
  readonly label: Text
  readonly isSet: boolean
  readonly value: string
}

/** What stands there before anything was set. */
const USUAL: readonly (Omit<DraftRule, 'isSet'> & { readonly key: string })[] = [
  { kind: 'loss-below', key: 'loss', label: text('pauseRules.lossBelow'), value: '0.01' },
  { kind: 'gradient-above', key: 'norm', label: text('pauseRules.gradientAbove'), value: '10' },
  { kind: 'rival-passed', key: 'rival', label: text('pauseRules.rivalPassed'), value: 'linear' },
  { kind: 'update', key: 'update', label: text('pauseRules.update'), value: '100' },
]

/** The rules in force, each kind in its place. */
export function draftOf(rules: readonly PauseRule[]): readonly DraftRule[] {
  return USUAL.map(({ kind, key, label, value }) => {
    const rule = rules.find((each) => each.kind === kind) as Readonly<Record<string, unknown>> | undefined
    return { kind, label, isSet: rule !== undefined, value: String(rule?.[key] ?? value) }
  })
}

/** The ticked rules; fails with the first whose value cannot be. */
export function rulesIn(draft: readonly DraftRule[]): Result<readonly PauseRule[]> {
  const set = draft.filter(({ isSet }) => isSet)
  return parsePauseRules(
    set.map(({ kind, value }) => {
      const key = USUAL.find((each) => each.kind === kind)?.key ?? ''
      return { kind, [key]: kind === 'rival-passed' ? value : parseNumber(value) }
    }),
  )
}
