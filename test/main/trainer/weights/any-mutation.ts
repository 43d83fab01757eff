import type { AppError } from '@contract/result'
import fc from 'fast-check'
import { sentenceOf } from '../../../helpers/saying'

/** A way to damage a file. */
export type Mutation = (bytes: Uint8Array) => Uint8Array

/** Other bytes in the place of some. */
export function splice(bytes: Uint8Array, at: number, removed: number, inserted: Uint8Array): Uint8Array {
  const spliced = new Uint8Array(at + inserted.byteLength + Math.max(0, bytes.byteLength - at - removed))
  spliced.set(bytes.subarray(0, at))
  spliced.set(inserted, at)
  spliced.set(bytes.subarray(at + removed), at + inserted.byteLength)
  return spliced
}

/** A place in a file of any length, in parts of 10,000. */
const anyPlace = fc.nat({ max: 9999 })
const at = (place: number, bytes: Uint8Array) => Math.floor((place * bytes.byteLength) / 10_000)
const nothing = new Uint8Array()

/**
 * Damage of every kind: a byte, a bit, a part that is gone, an end that is missing or too much, and parts that mean
 * something to the reader, in the place of others or between them.
 *
 * @param parts what means something
 */
export function anyMutation(parts: readonly Uint8Array[]): fc.Arbitrary<Mutation> {
  const part = fc.constantFrom(...parts)
  return fc.oneof(
    fc.tuple(anyPlace, fc.nat({ max: 255 })).map(
      ([place, byte]): Mutation =>
        (bytes) =>
          splice(bytes, at(place, bytes), 1, Uint8Array.of(byte)),
    ),
    fc.tuple(anyPlace, fc.nat({ max: 7 })).map(
      ([place, bit]): Mutation =>
        (bytes) =>
          bytes.map((byte, i) => (i === at(place, bytes) ? byte ^ (1 << bit) : byte)),
    ),
    fc.tuple(anyPlace, fc.nat({ max: 20 })).map(
      ([place, count]): Mutation =>
        (bytes) =>
          splice(bytes, at(place, bytes), count, nothing),
    ),
    anyPlace.map(
      (place): Mutation =>
        (bytes) =>
          bytes.slice(0, at(place, bytes)),
    ),
    fc.tuple(anyPlace, part, fc.boolean()).map(
      ([place, token, grows]): Mutation =>
        (bytes) =>
          splice(bytes, at(place, bytes), grows ? 0 : token.byteLength, token),
    ),
    fc.uint8Array({ maxLength: 16 }).map(
      (tail): Mutation =>
        (bytes) =>
          splice(bytes, bytes.byteLength, 0, tail),
    ),
  )
}

/** One of some files, damaged up to three times. */
export function anyDamaged(
  files: readonly Uint8Array[],
  mutation: fc.Arbitrary<Mutation>,
): fc.Arbitrary<Uint8Array> {
  return fc
    .tuple(fc.constantFrom(...files), fc.array(mutation, { minLength: 1, maxLength: 3 }))
    .map(([file, mutations]) => mutations.reduce((bytes, mutate) => mutate(bytes), file))
}

/** One sentence that says what to do, in a length that fits a notice. */
export function isSentence(message: string): boolean {
  return message.length < 600 && /^This file [^\n]+; [^\n]+\.$/.test(message)
}

/** A sentence without what differs from file to file. */
export function kindOf(message: string): string {
  return message.replaceAll(/[\d,]+|"(?:[^"\\]|\\.)*"|\[[^\]]*\]/g, '#')
}

/** The bytes of texts whose letters stand for a byte each. */
export function bytesOfTexts(...texts: readonly string[]): Uint8Array[] {
  return texts.map((text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0)))
}

/**
 * Counts what comes of damaged files; throws at anything but weights or a sentence.
 *
 * @param isGood what counts as a sentence
 */
export function judge(isGood: (message: string) => boolean = isSentence) {
  const seen = { good: 0, kinds: new Set<string>() }
  const look = ({ ok, error }: { readonly ok: boolean; readonly error?: AppError }) => {
    const message = sentenceOf(error)
    if (ok) seen.good += 1
    else if (isGood(message)) seen.kinds.add(kindOf(message))
    else throw new Error(`not a sentence: ${message}`)
  }
  return { seen, look }
}
