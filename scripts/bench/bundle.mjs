import { join } from 'node:path'
import { bundleForNode } from '../launch/bundle.mjs'

/**
 * Bundles the benchmark's entries with the trainer's sources.
 *
 * @param {string} root
 * @returns {Promise<string>} the folder with the bundles
 */
export async function bundleBench(root) {
  const outDir = join(root, 'out/bench')
  const entries = {
    bench: 'test/bench/bench.ts',
    opensApp: 'test/bench/opens-app.ts',
    worker: 'test/bench/race/worker.ts',
    soak: 'test/bench/soak/soak.ts',
    data: 'test/bench/data/data.ts',
    time: 'test/bench/time/time.ts',
    inside: 'test/bench/inside/inside.ts',
    many: 'test/bench/many/many.ts',
    recording: 'test/bench/recording/recording.ts',
    kept: 'test/bench/recording/kept.ts',
    keptByEngine: 'test/bench/recording/kept-by-engine.ts',
    start: 'test/bench/start/start.ts',
    frames: 'test/bench/frames/frames.ts',
    pause: 'test/bench/pause/pause.ts',
    tableThread: 'main/trainer/data/opened/thread.ts',
    runsWorker: 'main/trainer/many/process.ts',
  }
  // Beside the entries: what they share finds the app from where it is itself.
  await bundleForNode(root, outDir, entries, '[name]-[hash].js')
  return outDir
}
