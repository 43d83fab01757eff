import { useSay } from '../../app-world'
import { MenuIcon } from '../icons'
import { Menu } from '../Menu'
import type { FileAction } from './file-actions'

/** What can be done with files, in one menu: for windows without room for four buttons. */
export function FileMenu({
  actions,
  able,
}: {
  readonly actions: readonly FileAction[]
  readonly able: boolean
}) {
  const say = useSay()
  const items = actions.map(({ label, title, ...action }) => ({
    ...action,
    label: say(label),
    title: say(title),
  }))
  return (
    <div className="group files">
      <Menu items={items} testId="file-menu" label={say('transport.file')} disabled={!able}>
        <MenuIcon />
        <span>{say('transport.file')}</span>
      </Menu>
    </div>
  )
}
