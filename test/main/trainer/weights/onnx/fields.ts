import protobuf from 'protobufjs'

/** The field of a model that holds its texts. */
export const METADATA = 14

/** A field of a message: text or bytes, or a whole number. */
export function field(id: number, value: string | Uint8Array | number): Uint8Array {
  const writer = protobuf.Writer.create()
  if (typeof value === 'number')
    return writer
      .uint32(id << 3)
      .uint64(value)
      .finish()
  const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value
  return writer
    .uint32((id << 3) | 2)
    .bytes(bytes)
    .finish()
}
