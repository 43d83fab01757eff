import type { Text } from '@contract/language/text'
import { ok, type Result } from '@contract/result'
import { memoryConcern, memoryNeed } from '@contract/run/memory-need'
import type { RunId } from '@contract/run-id'
import type { RunMemory } from './run-memory'

/** What is asked before a run may need more memory than there is. */
export type MemoryQuestionOptions = {
  readonly memory: () => Pick<RunMemory, 'description' | 'state'>
  /** Bytes. */
  readonly free: () => number
  /** Asks a person whether to go on all the same. */
  readonly ask: (concern: Text) => Promise<boolean>
}

/** Lets the present run be trained, unless it needs more memory than there is and the person, once asked, would rather not. */
export function createMemoryQuestion({ memory, free, ask }: MemoryQuestionOptions) {
  /** What the person has said yes to: to be asked before each update would be one question too many. */
  let agreed = ''
  return async (run: RunId, train: () => Promise<Result<void>>): Promise<Result<void>> => {
    const { description, state } = memory()
    // Of a run that is not open any more the trainer says so.
    if (description?.id !== run || !state) return train()
    const need = memoryNeed(description.parameterCount, state.config)
    const key = `${description.id} ${need}`
    const concern = agreed === key ? null : memoryConcern(need, free())
    if (concern !== null && !(await ask(concern))) return ok()
    if (concern !== null) agreed = key
    return train()
  }
}
