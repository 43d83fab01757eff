import { WarningIcon } from '../icons'

/** What stands in the way, in the sentence that was given; spoken when it comes. */
export function ExportProblem({ text }: { readonly text: string | null }) {
  return (
    <div role="alert">
      {text !== null && (
        <p className="export-problem" data-testid="export-problem">
          <WarningIcon />
          <span>{text}</span>
        </p>
      )}
    </div>
  )
}
