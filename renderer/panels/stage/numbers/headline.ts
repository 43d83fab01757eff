import { RIVAL_LABELS, type RivalName } from '@contract/data/scores'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import type { RivalError } from '@contract/run/pausing/judged'
import { RECENT } from '@contract/run/pausing/judged'
import type { RunRivals } from '@contract/run/run-scores'
import type { History } from '../../../store/curves/history'
import { isSeriesRun } from '../../../store/selectors/selectors'
import { LEVEL, recentLoss, type Standing, standingOf } from '../../../store/selectors/standing'
import type { AppState } from '../../../store/state/app-state'

/** How good a network is, at a glance. */
export type Headline = {
  /** The skill against the best rival; null where there is nothing to compare. */
  readonly digits: Text | null
  readonly tone: 'better' | 'level' | 'worse' | 'none'
  readonly sentences: readonly Text[]
}

/** What is to be said first of the present run. */
export function headlineOf(state: AppState, history: History): Headline {
  const { rivals, scores } = state
  if (!rivals) return { digits: null, tone: 'none', sentences: [text('numbers.rivalsToCome')] }
  const isLesson = !isSeriesRun(state)
  const standing = standingOf(rivals, scores, isLesson ? recentLoss(history) : null)
  const { best, skill } = standing
  const exact = exactSentences(rivals, standing.exact, isLesson)
  if (!best)
    return {
      ...{ digits: null, tone: 'none' },
      sentences: exact.length > 0 ? exact : [text('numbers.noRival')],
    }
  const named = { rival: RIVAL_LABELS[best.name] }
  const rival =
    standing.exact.length > 0 ? text('numbers.bestInexact', named) : text('numbers.bestRival', named)
  if (skill === null)
    return {
      ...{ digits: null, tone: 'none' },
      sentences: [text('numbers.notJudged', { rival, loss: best.mse }), ...exact],
    }
  const where = whereOf(standing, scores !== null, history)
  return {
    digits: text('numbers.percent', { share: skill }),
    tone: skill >= LEVEL ? 'better' : skill <= -LEVEL ? 'worse' : 'level',
    sentences: [comparison(standing, rival, skill, where), ...bestSentences(state, best, skill), ...exact],
  }
}

/** A network that is worse now may have been better: its weights of then are still there. */
function bestSentences({ run }: AppState, { mse }: RivalError, skill: number): Text[] {
  const best = run?.best
  if (!best || skill > -LEVEL || 1 - best.loss / mse < LEVEL) return []
  return [text('numbers.bestWasBetter', { update: best.update })]
}

function whereOf({ part }: Standing, isScored: boolean, { updates }: History): Text {
  if (!isScored) return text('numbers.overRecent', { updates: Math.min(RECENT, updates) })
  return text(part === 'validation' ? 'numbers.overValidation' : 'numbers.overTraining')
}

function comparison({ beaten }: Standing, rival: Text, skill: number, where: Text): Text {
  if (skill >= LEVEL) return text('numbers.better', { rival, where, share: skill })
  if (skill > -LEVEL) return text('numbers.level', { rival, where })
  const times = 1 - skill
  return beaten.length === 0
    ? text('numbers.worst', { rival, where, times })
    : text('numbers.between', { rival, where, times, beaten: beaten.map((name) => RIVAL_LABELS[name]) })
}

/** What exact rivals do, for the first outputs: more formulas than three nobody reads. */
function exactSentences({ outputs }: RunRivals, exact: readonly RivalName[], isLesson: boolean): Text[] {
  const found = exact.flatMap((name) =>
    outputs.slice(0, 3).flatMap(({ rivals }) => {
      const rival = rivals.find((rival) => rival.name === name)
      return rival?.available ? [{ name, formula: rival.formula }] : []
    }),
  )
  const isPlain = (name: RivalName) => isLesson && name === 'linear'
  const rules = found
    .filter(({ name }) => !isPlain(name))
    .map(({ name, formula }) => text('numbers.exactRule', { rival: RIVAL_LABELS[name], formula }))
  return [
    ...found.flatMap(({ name, formula }) => (isPlain(name) ? [text('numbers.noNetwork', { formula })] : [])),
    ...(rules.length > 0 ? [text('numbers.exact', { rules })] : []),
  ]
}
