/**
 * The environment in which TensorFlow computes for the app, the command line, the tests and the benchmark. It reads
 * these once, when it is loaded, so they belong into the environment that a process is started with.
 * `scripts/cli/run-cli.mjs` has a copy, as Node cannot run TypeScript.
 */
export const TENSORFLOW_SETTINGS = {
  TF_CPP_MIN_LOG_LEVEL: '2',
  TF_ENABLE_ONEDNN_OPTS: '0',
  TF_NUM_INTEROP_THREADS: '1',
  TF_NUM_INTRAOP_THREADS: '1',
}
