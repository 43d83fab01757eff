import { useSay, useWorld } from '../../app-world'

/** Leaves the dialog as if nothing had been opened, or ends what is under way. */
export function CancelButton({ onCancel }: { readonly onCancel?: () => void }) {
  const { commands } = useWorld()
  const say = useSay()
  return (
    <button
      type="button"
      className="button"
      data-testid="data-cancel"
      onClick={onCancel ?? (() => void commands.closeData())}
    >
      {say('openData.cancel')}
    </button>
  )
}
