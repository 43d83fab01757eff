import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'

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

/** What the operating system says, and what a person can do about it. */
type Fault = { readonly fault: Text; readonly advice: Text }

/** What the operating system refused, without what to do, as the end of a sentence. */
export function faultOf(code: string): Text {
  return faultNamed(code)?.fault ?? text('disk.reported', { code })
}

/**
 * What the operating system refused, and what a person can do, as the end of a sentence.
 *
 * @param otherwise what to do about an error that says nothing to a person
 */
export function explain(code: string, otherwise?: Text): Text {
  const named = faultNamed(code)
  if (named) return text('disk.fault', named)
  const fault = faultOf(code)
  return otherwise ? text('disk.fault', { fault, advice: otherwise }) : fault
}

function faultNamed(code: string): Fault | null {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return { fault: text('disk.full'), advice: text('disk.freeSpace') }
    case 'EACCES':
    case 'EPERM':
      return { fault: text('disk.noPermission'), advice: text('disk.changePermissions') }
    case 'EROFS':
      return { fault: text('disk.readOnly'), advice: text('disk.chooseDisk') }
    case 'ENOENT':
    case 'ENOTDIR':
      return { fault: text('disk.noFile'), advice: text('disk.chooseOne') }
    case 'EISDIR':
      return { fault: text('disk.isNamedFolder'), advice: text('disk.chooseName') }
    case 'ENAMETOOLONG':
      return { fault: text('disk.nameTooLong'), advice: text('disk.chooseShorter') }
    case 'ELOOP':
      return { fault: text('disk.circle'), advice: text('disk.chooseFile') }
    case 'EMFILE':
    case 'ENFILE':
      return { fault: text('disk.tooManyOpen'), advice: text('disk.closePrograms') }
    case 'EBUSY':
    case 'ETXTBSY':
      return { fault: text('disk.inUse'), advice: text('disk.closeProgram') }
    case 'EIO':
      return { fault: text('disk.broken'), advice: text('disk.tryAgain') }
    default:
      return null
  }
}
