import { tableLabel } from '@contract/data/opened-table'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail } from '@contract/result'
import type { RunConfig } from '@contract/settings/run-config'
import type { SourceConfig } from '@contract/settings/source-config'
import { configOfSetupCode, setupCode } from '@contract/setup/setup-code'
import type { UnrollApi } from '@contract/wire/unroll-api'
import type { AppStore } from '../store/app-store'
import { configInForce } from '../store/selectors/selectors'
import { type Answer, type AskOrNotify, answerTo } from './ask'
import type { SettingsCommands } from './settings-commands'

/** What can be asked for about setup codes. */
export type SetupCommands = {
  /** The settings in force as a code, to be pasted anywhere. */
  readonly copySetup: () => Promise<void>
  readonly openSetup: () => void
  /** The settings that a code stands for, or why this machine cannot have them. */
  readonly readSetup: (written: string) => Promise<Answer<RunConfig>>
  /** Closes the dialog and makes a new run with these settings; says why where there is none. */
  readonly applySetup: (config: RunConfig) => Promise<Text | null>
}

/** What is said where a code's series is not here; null where every machine has it. */
function goneText(source: SourceConfig): Text | null {
  if (source.kind === 'lesson' || source.origin.kind === 'made') return null
  return text('setup.seriesGone', {
    what: tableLabel(source.origin),
    sha256: source.origin.sha256,
    columns: [...new Set([...source.inputs, ...source.targets])],
  })
}

export function createSetupCommands(
  api: UnrollApi,
  store: AppStore,
  ask: AskOrNotify,
  settings: Pick<SettingsCommands, 'applySettings'>,
): SetupCommands {
  function copiedText(code: string): Text {
    const state = store.getState()
    const { source } = configInForce(state).data
    if (source.kind === 'series' && source.origin.kind === 'table')
      return text('setup.copiedWithoutSeries', { code, what: tableLabel(source.origin) })
    const isOfSeed = (state.description?.origin.kind ?? 'seed') === 'seed'
    return text(isOfSeed ? 'setup.copied' : 'setup.copiedWithoutWeights', { code })
  }

  return {
    copySetup: async () => {
      const code = setupCode(configInForce(store.getState()))
      if (!code.ok) return store.getState().notify('error', code.error.text)
      if (await ask(api.request.copyText({ kind: 'setup-code', text: code.value })))
        store.getState().notify('success', copiedText(code.value))
    },
    openSetup: () => {
      if (store.getState().exportStage.kind === 'closed') store.getState().showSetup(true)
    },
    readSetup: async (written) => {
      const read = configOfSetupCode(written)
      if (!read.ok) return { problem: read.error.text }
      const { data } = read.value
      const gone = goneText(data.source)
      // Only the trainer knows which series are here. While there is none, it is found out when a run is made.
      if (gone === null || store.getState().trainer.kind !== 'ready') return { value: read.value }
      const described = await answerTo(
        api.request
          .describeSeries(data)
          .then((found) =>
            found.ok || found.error.code !== 'file-unreadable' ? found : fail('file-unreadable', gone),
          ),
      )
      return 'problem' in described ? described : { value: read.value }
    },
    applySetup: async (config) => {
      const problem = await settings.applySettings(config)
      if (problem === null) store.getState().showSetup(false)
      return problem
    },
  }
}
