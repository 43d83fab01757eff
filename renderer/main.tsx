import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { AppWorldContext } from './app-world'
import { openBridge } from './bridge'
import { createScheduler, windowFrames } from './charts/canvas/scheduler'
import { watchTheme } from './charts/canvas/theme'
import { createLooking } from './charts/view/looking'
import { createCommands } from './commands/commands'
import { connectEvents } from './events/events'
import { reportView } from './events/view-report'
import { PageBoundary, PageFailure } from './PageBoundary'
import { createAppStore } from './store/app-store'
import { createHistory } from './store/curves/history'
import { createHistoryProbe } from './store/curves/history-probe'
import './styles/styles.css'

const api = openBridge()
const history = createHistory()
const ghost = createHistory()
const store = createAppStore(history, api.language)
const commands = createCommands(api, store, history)
const world = {
  store,
  history,
  ghost,
  commands,
  scheduler: createScheduler(windowFrames()),
  theme: watchTheme(),
  platform: api.platform,
  looking: createLooking(),
}

window.unrollHistory = createHistoryProbe(history)

const place = document.getElementById('root')
if (place) {
  const root = createRoot(place)
  root.render(
    <StrictMode>
      <AppWorldContext value={world}>
        <PageBoundary>
          <App />
        </PageBoundary>
      </AppWorldContext>
    </StrictMode>,
  )
  // A page that main does not answer would wait for ever without a word.
  const connected = connectEvents(api, store, commands, { history, ghost }).then(() => reportView(api, store))
  connected.catch((error: unknown) => {
    console.error(error)
    root.render(
      <AppWorldContext value={world}>
        <PageFailure message={error instanceof Error ? error.message : String(error)} />
      </AppWorldContext>,
    )
  })
}
