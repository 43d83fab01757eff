import { WarningIcon } from '../icons'

/** What stands in the way, in the sentence that was given; spoken when it comes. */
export function ExportProblem({ sentence }: { readonly sentence: string | null }) {
  return (
    <div role="alert">
      {sentence !== null && (
        <p className="export-problem" data-testid="export-problem">
          <WarningIcon />
          <span>{sentence}</span>
        </p>
      )}
    </div>
  )
}
