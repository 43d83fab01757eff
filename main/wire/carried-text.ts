import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'

/** A text as the message of a schema, which is a string and nothing else: `carried` has it back. */
export function carrying(told: Text): string {
  return JSON.stringify(told)
}

/** The text that a schema's message carries; of a message in valibot's own words, one that quotes it. */
export function carried(message: string): Text {
  // Valibot's own begin with `Invalid`.
  return message.startsWith('{') ? JSON.parse(message) : text('requests.otherArguments', { problem: message })
}
