/** Something a person can put right. Its message says what was expected, what was found and what to do. */
export class SetupError extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message)
    this.name = 'SetupError'
  }
}

/**
 * The sentence for a failure of the machine (full disk, no right to write), or undefined for a bug.
 *
 * @param {unknown} error
 * @param {NodeJS.Platform} [platform]
 * @returns {string | undefined}
 */
export function sentenceFor(error, platform = process.platform) {
  const { code, path } = /** @type {NodeJS.ErrnoException} */ (error ?? {})
  const where = path ? ` at ${path}` : ''
  // Of Windows all three may mean either.
  if (platform === 'win32' && ['EACCES', 'EPERM', 'EBUSY'].includes(code ?? '')) {
    return `Could not write${where} (${code}): another program holds it open, or this user has no right to write there. Close Unroll and whatever else uses this clone, and run the same command again; the set-up writes into node_modules of this clone and into the cache folder (UNROLL_CACHE chooses another).`
  }
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk is full${where}: the set-up keeps about 1.4 GB in the cache folder and needs 0.3 GB more while it downloads; make room (or set UNROLL_CACHE to a folder on a larger disk) and run the same command again.`
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `No right to write${where} (${code}): the set-up writes into node_modules of this clone and into the cache folder (UNROLL_CACHE chooses another); make both yours and run the same command again.`
    default:
      return undefined
  }
}

/**
 * A failure as part of a sentence: no stack, no line breaks.
 *
 * @param {unknown} error
 * @returns {string}
 */
export function reason(error) {
  const message = error instanceof Error ? error.message : String(error)
  return message.replace(/\s+/g, ' ').trim()
}
