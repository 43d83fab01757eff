/** Why the system takes no file for a graph, by its word. */
const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk for temporary files is full',
  EDQUOT: 'the disk for temporary files is full',
  EROFS: 'the disk for temporary files is read-only',
  ENOENT: 'the folder for temporary files is not there',
  ENOTDIR: 'the folder for temporary files is no folder',
  EACCES: 'Unroll has no permission to write into the folder for temporary files',
  EPERM: 'Unroll has no permission to write into the folder for temporary files',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EIO: 'the disk for temporary files reported a fault',
}

/** What a person is told when nothing can be recorded; no path is in it. */
export function notRecordable(systemCode: string): string {
  const why = REASONS[systemCode] ?? `the system says ${systemCode}`
  return `TensorFlow's graph could not be written (${why}); training goes on with the eager engine, which is slower.`
}
