import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import protobuf from 'protobufjs'

/** What breaks the rules of protobuf's wire format, or of our files, as a part of a sentence. Never leaves their reader. */
export class WireError extends Error {
  constructor(readonly finding: Text) {
    super(finding.id)
  }
}

/** Wire types, https://protobuf.dev/programming-guides/encoding/#structure: the two that our files have. */
const VARINT = 0
const LENGTH_DELIMITED = 2

/** A field of a message: its number, and its whole number (the low 32 bits of it) or its bytes. */
export type Field = { readonly id: number; readonly value: number | Uint8Array }

/**
 * Reads a message field by field, in the order of the file. Nothing is copied and nothing is kept: a message in it is
 * bytes that are read in turn, so that a file can neither nest without end nor ask for memory.
 *
 * @throws WireError where the bytes are no message, or have fields of a type that our files do not have
 */
export function* fieldsOfMessage(bytes: Uint8Array): Generator<Field> {
  const reader = protobuf.Reader.create(bytes)
  while (reader.pos < reader.len) yield nextField(reader)
}

function nextField(reader: protobuf.Reader): Field {
  const start = reader.pos
  try {
    const tag = reader.uint32()
    const id = tag >>> 3
    const type = tag & 7
    if (type === VARINT) return { id, value: reader.uint32() }
    if (type === LENGTH_DELIMITED) return { id, value: reader.bytes() }
  } catch {
    // protobufjs says of what is broken that it is out of range: told below.
  }
  throw new WireError(text('onnx.brokenField', { place: start }))
}
