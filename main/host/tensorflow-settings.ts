/**
 * The environment in which TensorFlow computes for the app, the command line, the tests and the benchmark. It and the
 * C library read these once, so they belong into the environment that a process is started with.
 * `scripts/cli/run-cli.mjs` has a copy, as Node cannot run TypeScript.
 *
 * With oneDNN on for every op the last bits would depend on the routine that it chooses; large matrix products ask for
 * it by themselves. `docs/performance.md` has what threads and memory settings gave.
 *
 * Inside of an op a second thread costs more than it brings. Between ops there are two for the two halves of a batch;
 * `main/trainer/network/halves.ts` says from which size on, and graphs of smaller networks run on one. A third is there because two
 * graphs may run at a time (`main/trainer/graph/folded.ts`).
 */
export const TENSORFLOW_SETTINGS = {
  TF_CPP_MIN_LOG_LEVEL: '2',
  TF_ENABLE_ONEDNN_OPTS: '0',
  TF_NUM_INTEROP_THREADS: '3',
  TF_NUM_INTRAOP_THREADS: '1',
  // glibc would give a large tensor's memory back at once, and the next one would be filled in page by page again.
  MALLOC_MMAP_THRESHOLD_: '33554432',
  MALLOC_TRIM_THRESHOLD_: '134217728',
}
