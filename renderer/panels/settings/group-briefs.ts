import { assertNever } from '@contract/result'
import type { RunConfig } from '@contract/settings/run-config'
import { CHOICES } from '@contract/settings/setting-limits'
import type { SettingsGroup } from '../../store/app-state'
import { formatCount, formatSetting } from '../../store/format'

/** What the settings of a closed group are, in a few words. */
export function briefly(group: SettingsGroup, config: RunConfig): string {
  switch (group) {
    case 'data': {
      const { points, batch, span } = config
      const steps = span === 'random' ? `${points}, ${2 * points} or ${3 * points}` : formatCount(points)
      return batch === 1 ? `${steps} time steps` : `${steps} time steps × ${batch}`
    }
    case 'network': {
      const { cell, layers, hiddenUnits } = config
      return `${layers === 1 ? '' : `${layers} × `}${CHOICES.cell.values[cell]}, ${formatCount(hiddenUnits)}`
    }
    case 'optimiser': {
      const { optimizer, clipNorm } = config
      const clipped = clipNorm > 0 ? `, clipped at ${formatSetting(clipNorm)}` : ''
      return `${CHOICES.optimizer.values[optimizer]}${clipped}`
    }
    default:
      return assertNever(group)
  }
}
