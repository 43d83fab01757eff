import { MOST_RUNS } from '@contract/experiment/limits'
import { parsePlan } from '@contract/experiment/parse-plan'
import * as v from 'valibot'
import { checkedBy } from './checked-by'

/** A plan whose every run can be made. */
export const experimentPlan = checkedBy(parsePlan)

/** The id of an experiment that main told the page of; whether there is one is looked up. */
export const experimentId = v.pipe(v.string(), v.maxLength(100))

/** The place of a run in its plan, or among those that are made; whether there is one is looked up. */
export const experimentRunPlace = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(MOST_RUNS))
