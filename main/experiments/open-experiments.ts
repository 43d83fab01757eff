import { availableParallelism } from 'node:os'
import { waitQuietly } from '../base/wait-quietly'
import { createExperiments, type Experiments, type ExperimentsOptions, workersFor } from './experiments'
import type { MakeWorker } from './pool/worker'
import { createWorkerPool } from './pool/worker-pool'
import type { ExperimentStore } from './store/experiment-store'

/** All that experiments are made of, on the clocks and the cores of this machine. */
export function openExperiments(
  store: ExperimentStore,
  make: MakeWorker,
  ears: Pick<ExperimentsOptions, 'onChanged' | 'onMade' | 'onFailure' | 'log'>,
): Experiments {
  const cores = availableParallelism()
  const pool = createWorkerPool({
    make,
    size: workersFor(cores, false),
    later: waitQuietly,
    log: ears.log,
  })
  return createExperiments({
    ...ears,
    ...{ store, pool, cores },
    now: () => performance.now(),
    date: () => Date.now(),
    later: waitQuietly,
  })
}
