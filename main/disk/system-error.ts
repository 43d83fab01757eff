/** An error of the operating system, with its code: ENOSPC. */
export type SystemError = Error & { readonly code: string }

/** Tells errors of the operating system from bugs, which have no number. */
export function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && 'errno' in error && 'code' in error && typeof error.code === 'string'
}

/** An error as the operating system's own, for what is found out without asking it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(code), { code, errno: 0 })
}

/**
 * What the operating system refused, and what a person can do, as the end of a sentence; null if it says
 * nothing to a person.
 */
export function explain(code: string): string | null {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full; free some space or choose another disk'
    case 'EACCES':
    case 'EPERM':
      return 'Unroll has no permission there; choose another folder or change the permissions'
    case 'EROFS':
      return 'the disk is read-only; choose another disk'
    case 'ENOENT':
    case 'ENOTDIR':
      return 'there is no file of this name; choose another one'
    case 'EISDIR':
      return 'there is a folder of this name; choose another name'
    case 'ENAMETOOLONG':
      return 'its name is too long; choose a shorter one'
    case 'ELOOP':
      return 'its links lead round in a circle; choose another file'
    case 'EMFILE':
    case 'ENFILE':
      return 'too many files are open; close some programs and try again'
    case 'EBUSY':
    case 'ETXTBSY':
      return 'another program is using it; close that and try again'
    case 'EIO':
      return 'the disk reported a fault; try again or choose another disk'
    default:
      return null
  }
}
