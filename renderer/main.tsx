import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { AppWorldContext } from './app-world'
import { openBridge } from './bridge'
import { createLooking } from './charts/looking'
import { createScheduler, windowFrames } from './charts/scheduler'
import { watchTheme } from './charts/theme'
import { createCommands } from './commands'
import { connectEvents } from './events'
import { PageBoundary, PageFailure } from './PageBoundary'
import { createAppStore } from './store/app-store'
import { createHistory } from './store/history'
import { createHistoryProbe } from './store/history-probe'
import { reportView } from './view-report'
import './styles/styles.css'

const api = openBridge()
const history = createHistory()
const store = createAppStore(history)
const commands = createCommands(api, store, history)
const world = {
  store,
  history,
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
      <PageBoundary>
        <AppWorldContext value={world}>
          <App />
        </AppWorldContext>
      </PageBoundary>
    </StrictMode>,
  )
  // A page that main does not answer would wait for ever without a word.
  const connected = connectEvents(api, store, commands).then(() => reportView(api, store))
  connected.catch((error: unknown) => {
    console.error(error)
    root.render(<PageFailure message={error instanceof Error ? error.message : String(error)} />)
  })
}
