import type { SettingName } from '@contract/settings/setting'
import type { MouseEvent, ReactNode } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import { configInForce } from '../../store/selectors/selectors'
import type { SettingsGroup } from '../../store/state/app-state'
import { fieldState } from '../../store/state/settings-draft'
import { briefly, GROUP_NAMES } from './group-briefs'

/** The most urgent state among some settings. */
function standing(kinds: readonly string[]): 'invalid' | 'changed' | 'in-force' {
  if (kinds.includes('invalid')) return 'invalid'
  return kinds.includes('changed') ? 'changed' : 'in-force'
}

/** A group of settings that can be closed; it then says in a line what they are. */
export function FoldingGroup(props: {
  readonly group: SettingsGroup
  readonly names: readonly SettingName[]
  readonly children: ReactNode
}) {
  const { group, names, children } = props
  const { store } = useWorld()
  const say = useSay()
  const open = useAppState((state) => state.openGroups[group])
  const brief = briefly(group, useAppState(configInForce))
  const kind = useAppState((state) => {
    const inForce = configInForce(state)
    return standing(names.map((name) => fieldState(name, state.draft, inForce).kind))
  })

  function toggle(event: MouseEvent) {
    // The store says what is open, not the element: it must be so after the panel was rendered again.
    event.preventDefault()
    store.getState().toggleGroup(group)
  }

  return (
    <details className="settings-group" open={open} data-standing={kind}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a button, and turns Enter and the space bar into clicks. */}
      <summary className="settings-title" data-testid={`group-${group}`} onClick={toggle}>
        <span>{say(GROUP_NAMES[group])}</span>
        {!open && kind !== 'in-force' && (
          <span className="group-mark">
            {say(kind === 'invalid' ? 'settingsPanel.notValid' : 'settingsPanel.waits')}
          </span>
        )}
        {!open && kind === 'in-force' && (
          <span className="group-brief" title={say(brief)}>
            {say(brief)}
          </span>
        )}
      </summary>
      {open && <div className="settings-fields">{children}</div>}
    </details>
  )
}
