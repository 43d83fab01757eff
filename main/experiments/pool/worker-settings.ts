/**
 * What a worker has of TensorFlow's settings beside those of the trainer: one thread between ops. The halves of a large batch go
 * one after the other then, with the same numbers: the cores belong to the other workers. docs/performance.md has what it gave.
 */
export const WORKER_SETTINGS = { TF_NUM_INTEROP_THREADS: '1' }
