import type { Text } from '@contract/language/text'

/** A file is not the whole reference run that it should be. */
export class DamagedReference extends Error {
  /** @param why what is wrong: a sentence, or a part of one */
  constructor(readonly why: Text) {
    super(why.id)
  }
}
