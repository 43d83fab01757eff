import { describeSineToCosine } from './data/lesson/sine-to-cosine'
import { createSeriesThread } from './data/opened/series-thread'
import { createShelf } from './data/shelf/shelf'
import { emit, serve } from './port'
import { createThreadReader } from './reading/thread-reader'
import { systemClock } from './system/clock'
import { lowerPriority } from './system/priority'

lowerPriority('belowPage')

// A promise that nobody waits for must not fail in silence: main hears of it as the end of this process.
process.on('unhandledRejection', (reason) => {
  throw reason
})

// The data can be shown at once; TensorFlow takes a second or two to load.
emit('dataDescribed', describeSineToCosine())
const [{ createTrainer }, { tensorflowVersions }, { warmUp }] = await Promise.all([
  import('./trainer'),
  import('./tensorflow'),
  import('./training/warm-up'),
])
warmUp()
const [readingPath = '', tablePath = '', seriesFolder = ''] = process.argv.slice(2)
serve(
  createTrainer(
    emit,
    systemClock,
    createThreadReader(readingPath),
    createShelf(seriesFolder),
    createSeriesThread(tablePath),
  ),
)
emit('ready', tensorflowVersions())
