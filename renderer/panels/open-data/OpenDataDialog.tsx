import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { assertNever } from '@contract/result'
import { useLayoutEffect, useRef } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import type { DataStage } from '../../store/state/open-data'
import { Modal } from '../Modal'
import { Doors } from './Doors'
import { RolesStep } from './RolesStep'
import { TableStep } from './TableStep'

/** The dialog that opens data, over the window and alone in it while it is open. */
export function OpenDataDialog() {
  const open = useAppState((state) => state.dataStage.kind !== 'closed')
  return open ? <OpenDialog /> : null
}

function OpenDialog() {
  const { commands } = useWorld()
  const say = useSay()
  const kind = useAppState((state) => state.dataStage.kind)
  const title = useRef<HTMLHeadingElement>(null)
  const isFirst = useRef(true)
  // The button that led here is gone: what comes is read from its title on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change that moves the focus.
  useLayoutEffect(() => {
    if (!isFirst.current) title.current?.focus()
    isFirst.current = false
  }, [kind])
  return (
    <Modal
      name="open-data"
      testId="open-data-dialog"
      title={say(titleOf(kind))}
      titleRef={title}
      close={() => void commands.closeData()}
    >
      <Step kind={kind} />
    </Modal>
  )
}

function Step({ kind }: { readonly kind: DataStage['kind'] }) {
  switch (kind) {
    case 'closed':
      return null
    case 'doors':
      return <Doors />
    case 'table':
      return <TableStep />
    case 'roles':
      return <RolesStep />
    default:
      return assertNever(kind)
  }
}

function titleOf(kind: DataStage['kind']): Text {
  if (kind === 'table') return text('openData.tableTitle')
  return text(kind === 'roles' ? 'openData.rolesTitle' : 'openData.title')
}
