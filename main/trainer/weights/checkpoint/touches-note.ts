import { MOST_TOUCHED, MOST_TOUCHES } from '@contract/inside/touched'
import type { RunConfig } from '@contract/settings/run-config'
import type { KeptTouch } from '@contract/timeline/kept-touches'
import { networkOf } from '../../network/shape/network-of'
import { whyUntouchable } from '../../network/shape/touchable'
import { fieldsOf, isCount } from '../base/parsed-json'

/** The touches of an event, none where they are left out; null where one is not of the run's network, or cannot be. */
export function parseTouches(value: unknown, config: RunConfig): readonly KeptTouch[] | null {
  if (value === undefined) return []
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_TOUCHES) return null
  const network = networkOf(config)
  const touches = value.map(parseTouch)
  const isThere = (touch: KeptTouch | null): touch is KeptTouch =>
    touch !== null && whyUntouchable(touch, network, 0) === null
  return touches.every(isThere) ? touches : null
}

function parseTouch(value: unknown): KeptTouch | null {
  const { kind, name, index, value: set, was, layer, unit, by, held } = fieldsOf(value)
  switch (kind) {
    case 'weight': {
      const isKnown = was === undefined || (typeof was === 'number' && Number.isFinite(was))
      if (typeof name !== 'string' || !isCount(index) || !isAmount(set) || !isKnown) return null
      return { kind, name, index, value: set, ...(was !== undefined && { was }) }
    }
    case 'shifted':
      return isCount(layer) && (unit === null || isCount(unit)) && isAmount(by)
        ? { kind, layer, unit, by }
        : null
    case 'unit':
      return isCount(layer) && isCount(unit) && held === 'zero' ? { kind, layer, unit, held } : null
    default:
      return null
  }
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= MOST_TOUCHED
}
