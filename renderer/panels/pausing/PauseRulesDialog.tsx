import { RIVAL_LABELS, RIVAL_NAMES } from '@contract/data/scores'
import type { Text } from '@contract/language/text'
import { useState } from 'react'
import { useSay, useWorld } from '../../app-world'
import { Modal } from '../Modal'
import { type DraftRule, draftOf, rulesIn } from './rule-draft'

/** The conditions at which a run pauses by itself: a tick and a value each. What is valid is in force at once. */
export function PauseRulesDialog({ close }: { readonly close: () => void }) {
  const say = useSay()
  const { commands, store } = useWorld()
  const [draft, setDraft] = useState(() => draftOf(store.getState().pauseRules))
  const [problem, setProblem] = useState<Text | null>(null)

  function change(changed: DraftRule) {
    const next = draft.map((rule) => (rule.kind === changed.kind ? changed : rule))
    setDraft(next)
    const rules = rulesIn(next)
    setProblem(rules.ok ? null : rules.error.text)
    if (rules.ok) void commands.setPauseRules(rules.value)
  }

  return (
    <Modal
      name="pause-rules"
      testId="pause-rules"
      title={say('pauseRules.title')}
      close={close}
      focus="dialog"
    >
      <div className="dialog-body">
        {draft.map((rule) => (
          <div key={rule.kind} className="pause-rule">
            <label>
              <input
                type="checkbox"
                data-testid={`pause-${rule.kind}`}
                checked={rule.isSet}
                onChange={(event) => change({ ...rule, isSet: event.target.checked })}
              />
              <span>{say(rule.label)}</span>
            </label>
            {rule.kind === 'rival-passed' ? (
              <select
                className="select"
                data-testid={`pause-${rule.kind}-value`}
                aria-label={say(rule.label)}
                value={rule.value}
                onChange={(event) => change({ ...rule, value: event.target.value })}
              >
                {RIVAL_NAMES.map((name) => (
                  <option key={name} value={name}>
                    {say(RIVAL_LABELS[name])}
                  </option>
                ))}
              </select>
            ) : (
              <input
                type="text"
                inputMode="decimal"
                className="number small"
                data-testid={`pause-${rule.kind}-value`}
                aria-label={say(rule.label)}
                value={rule.value}
                onChange={(event) => change({ ...rule, value: event.target.value })}
              />
            )}
          </div>
        ))}
        <p className="pause-problem" role="status" data-testid="pause-problem">
          {problem && say(problem)}
        </p>
        <p className="pause-note">{say('pauseRules.note')}</p>
      </div>
      <div className="dialog-foot">
        <button type="button" className="button primary" data-testid="pause-rules-done" onClick={close}>
          {say('pauseRules.done')}
        </button>
      </div>
    </Modal>
  )
}
