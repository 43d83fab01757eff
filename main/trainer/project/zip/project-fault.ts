import type { Text } from '@contract/language/text'

/** What is wrong with a project file, as the end of a sentence. Never leaves the room. */
export class ProjectFault extends Error {
  constructor(readonly why: Text) {
    super(why.id)
  }
}
