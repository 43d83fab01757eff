import { assertNever } from '@contract/result'
import { CHOICES } from '@contract/settings/choices'
import type { RunConfig } from '@contract/settings/run-config'
import { settingsOf } from '@contract/settings/settings'
import type { SettingsGroup } from '../../store/state/app-state'
import { formatCount, formatSetting } from '../../store/words/format'

/** What the settings of a closed group are, in a few words. */
export function briefly(group: SettingsGroup, config: RunConfig): string {
  switch (group) {
    case 'data': {
      const { points, batch, span } = settingsOf(config)
      const steps = span === 'random' ? `${points}, ${2 * points} or ${3 * points}` : formatCount(points)
      return batch === 1 ? `${steps} time steps` : `${steps} time steps × ${batch}`
    }
    case 'network': {
      const { cell, layers, hiddenUnits } = config.network
      return `${layers === 1 ? '' : `${layers} × `}${CHOICES.cell.values[cell]}, ${formatCount(hiddenUnits)}`
    }
    case 'optimiser': {
      const { optimizer, clipNorm } = config.training
      const clipped = clipNorm > 0 ? `, clipped at ${formatSetting(clipNorm)}` : ''
      return `${CHOICES.optimizer.values[optimizer]}${clipped}`
    }
    default:
      return assertNever(group)
  }
}
