import { Component, type ReactNode } from 'react'
import { useSay } from './app-world'

type Props = { readonly children: ReactNode }
type State = { readonly failure: string | null }

/**
 * Shows a sentence and a way on in the place of a page that failed while it was drawn: without it React takes
 * everything away, and an empty window tells nothing. The run is the trainer's and is not touched.
 */
export class PageBoundary extends Component<Props, State> {
  override state: State = { failure: null }

  static getDerivedStateFromError(error: unknown): State {
    return { failure: error instanceof Error ? error.message : String(error) }
  }

  override render() {
    const { failure } = this.state
    return failure === null ? this.props.children : <PageFailure message={failure} />
  }
}

/** What stands in the window when the page cannot. */
export function PageFailure({ message }: { readonly message: string }) {
  const say = useSay()
  return (
    <main className="page-failure" role="alert" data-testid="page-failure">
      <h1>{say('page.cannotBeShown')}</h1>
      <p>{say('page.failed', { reason: message.replace(/\.$/, '') })}</p>
      <button
        type="button"
        className="button primary"
        data-testid="reload-page"
        onClick={() => location.assign(`${location.origin}/index.html`)}
      >
        {say('page.reload')}
      </button>
    </main>
  )
}
