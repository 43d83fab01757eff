import { nativeBackend } from './native-binding'

/** A call into TensorFlow that another thread makes, while this one goes on. */
export type Begun<Result> = {
  readonly isDone: () => boolean
  /**
   * What it gives, once; waits for its end where that is still to come.
   * @throws Error with TensorFlow's own words if it failed
   */
  readonly take: () => Result
  /** It is not wanted any more. */
  readonly drop: () => void
}

/** What is waited for before the next piece: until it is done that would hold up the thread that does it. */
export type Waited = Pick<Begun<unknown>, 'isDone'>

/** What calls do now (`scripts/setup/between/in-background.cc`). */
const [MAKE, BEGIN, TAKE, DROP] = [0, 1, 2, 3]

/** There is one at a time. */
let present: object | null = null

/**
 * Begins the opening of a session, or the run of one.
 *
 * @param call what opens or runs it by the binding; made once more to take what has come of it, so what it is given has to be there
 *   until then
 * @param nothing gives back what it gives when it is only begun
 * @throws Error in TensorFlow's own words if it cannot be begun, as where another is under way
 */
export function begin<Result>(call: () => Result, nothing: (result: Result) => void): Begun<Result> {
  const { binding } = nativeBackend()
  const callAs = (kind: number) => {
    binding.setCalls(kind)
    try {
      return call()
    } finally {
      binding.setCalls(MAKE)
    }
  }
  nothing(callAs(BEGIN))
  const own = {}
  present = own
  return {
    isDone: () => present === own && binding.isBegunDone(),
    take: () => {
      if (present !== own) throw new Error('What was begun can be taken once.')
      present = null
      try {
        return callAs(TAKE)
      } finally {
        // It may have failed before it came to that.
        binding.setCalls(DROP)
      }
    },
    // What was begun comes to its end, and nobody hears of it.
    drop: () => {
      if (present !== own) return
      present = null
      binding.setCalls(DROP)
    },
  }
}

/** Whether something may be begun. */
export function canBegin(): boolean {
  return present === null && nativeBackend().binding.mayBegin()
}

/** Whether something that nobody wants any more has not come to its end. */
export function isEnding(): boolean {
  return present === null && !nativeBackend().binding.mayBegin()
}

/**
 * What a call gives, made by another thread if there is one for it: what is waited for is yielded, and the next piece takes it.
 *
 * @param here makes the call by this thread
 */
export function* elsewhere<Result>(
  beginIt: () => Begun<Result>,
  here: () => Result,
): Generator<Waited, Result, void> {
  if (isEnding()) yield { isDone: () => !isEnding() }
  const begun = canBegin() ? begunOrNot(beginIt) : null
  if (!begun) return here()
  let isWanted = false
  try {
    yield begun
    isWanted = true
  } finally {
    if (!isWanted) begun.drop()
  }
  return begun.take()
}

function begunOrNot<Result>(beginIt: () => Begun<Result>): Begun<Result> | null {
  try {
    return beginIt()
  } catch {
    // Where it cannot be made at all, whoever makes it here hears why.
    return null
  }
}
