import { lowerPriority } from '../system/priority'
import { port } from './port'

lowerPriority('lowest')

// Elsewhere it leads a group of its own. A console of Windows tells each of its processes of Ctrl-C: whoever has started this
// one ends it.
if (process.platform === 'win32') process.on('SIGINT', () => {})

// A promise that nobody waits for must not fail in silence: it ends this process, and the run is made again.
process.on('unhandledRejection', (reason) => {
  throw reason
})

const [{ createWorker }, { createShelf }, { systemClock }] = await Promise.all([
  import('./worker'),
  import('../data/shelf/shelf'),
  import('../system/clock'),
])
const [seriesFolder = null] = process.argv.slice(2)
const { find } = createShelf(seriesFolder)
port.onMessage(createWorker({ clock: systemClock, find, post: port.post }))
port.post({ kind: 'ready' })
