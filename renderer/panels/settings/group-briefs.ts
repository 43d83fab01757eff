import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { assertNever } from '@contract/result'
import { CHOICES } from '@contract/settings/choices'
import { MOST_HALF_PERIODS } from '@contract/settings/numbers'
import type { RunConfig } from '@contract/settings/run-config'
import type { SettingsGroup } from '../../store/state/app-state'

/** What the groups are called. */
export const GROUP_NAMES: { readonly [Group in SettingsGroup]: Text } = {
  data: text('settingsPanel.data'),
  network: text('settingsPanel.network'),
  optimiser: text('settingsPanel.optimiser'),
}

/** What the settings of a closed group are, in a few words. */
export function briefly(group: SettingsGroup, { data, network, training }: RunConfig): Text {
  switch (group) {
    case 'data': {
      if (data.source.kind === 'series') {
        const { window, horizon } = data
        return text('settingsPanel.seriesBrief', { window, horizon, batch: training.batch })
      }
      const halfPeriods = data.span === 'random' ? MOST_HALF_PERIODS : 1
      const lengths = Array.from({ length: halfPeriods }, (_, more) => (more + 1) * data.points)
      return text('settingsPanel.dataBrief', { lengths, batch: training.batch })
    }
    case 'network': {
      const { cell, layers, hiddenUnits } = network
      return text('settingsPanel.networkBrief', { layers, cell: CHOICES.cell.values[cell], hiddenUnits })
    }
    case 'optimiser': {
      const { clipNorm } = training
      const optimizer = CHOICES.optimizer.values[training.optimizer]
      return clipNorm > 0 ? text('settingsPanel.clippedAt', { optimizer, clipNorm }) : optimizer
    }
    default:
      return assertNever(group)
  }
}
