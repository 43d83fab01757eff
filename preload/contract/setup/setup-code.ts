import { deflateSync, strFromU8, strToU8 } from 'fflate'
import type { Text } from '../language/text'
import { text } from '../language/texts'
import { fail, ok, type Result } from '../result'
import type { RunConfig } from '../settings/run-config'
import { base64url, bytesOfBase64url, strangerIn } from './base64url'
import { crc32 } from './crc32'
import { DICTIONARY } from './dictionary'
import { inflated } from './inflated'
import { configOfSetupJson, setupJson } from './setup-json'

/** The version that is written, and the newest that is read. */
const VERSION = 1
/** The most characters of a code, and the most bytes of JSON in one. */
export const MAX_CODE = 4096
const MAX_JSON = 16 * 1024
/** Bytes before what is deflated: how many these are, then their CRC-32, the highest byte first. */
const HEAD = 6

/** Blanks, line breaks and what cannot be seen: mail puts them into a long word. */
const BETWEEN = /[\s\u00ad\u200b-\u200d\u2060]/g

/**
 * The settings of a run as a short text that can be mailed, spoken of and kept: `U1.` and, as base64url, the length and the
 * CRC-32 of the deflated JSON that `setupJson` makes, and that itself. The same settings give the same code.
 *
 * Fails where the names of columns are too long for it.
 */
export function setupCode(config: RunConfig): Result<string> {
  const json = strToU8(setupJson(config))
  const deflated = deflateSync(json, { level: 9, dictionary: DICTIONARY })
  const head = new Uint8Array(HEAD)
  const view = new DataView(head.buffer)
  view.setUint16(0, deflated.length)
  view.setUint32(2, crc32(deflated))
  const code = `U${VERSION}.${base64url(Uint8Array.of(...head, ...deflated))}`
  const fits = json.length <= MAX_JSON && code.length <= MAX_CODE
  return fits ? ok(code) : refuse(text('setup.doesNotFit', { most: MAX_CODE }))
}

/**
 * The settings that a code stands for, with blanks and line breaks anywhere in it. Fails with a sentence that says whether
 * it is no code, a newer one, mistyped, cut off, or what it has that is no setting.
 */
export function configOfSetupCode(written: string): Result<RunConfig> {
  const code = written.replace(BETWEEN, '')
  if (code.length > MAX_CODE) return refuse(text('setup.tooLong', { most: MAX_CODE, found: code.length }))
  const [whole, version] = /^U([1-9]\d{0,8})\./.exec(code) ?? []
  if (whole === undefined) return refuse(text('setup.noCode', { found: code.slice(0, 12) }))
  if (Number(version) > VERSION) return refuse(text('setup.newer', { found: Number(version), read: VERSION }))
  const rest = code.slice(whole.length)
  const stranger = strangerIn(rest)
  if (stranger >= 0) {
    const character = String.fromCodePoint(rest.codePointAt(stranger) ?? 0)
    return refuse(text('setup.stranger', { character, place: whole.length + stranger + 1 }))
  }
  const deflated = checked(rest)
  if (!deflated.ok) return deflated
  const json = inflated(deflated.value, MAX_JSON)
  return json ? configOfSetupJson(strFromU8(json)) : refuse(text('setup.damaged'))
}

/** The deflated bytes in the characters after the version, when they are as many and as they were. */
function checked(rest: string): Result<Uint8Array> {
  // The first eight characters are whole bytes, whatever follows.
  const head = bytesOfBase64url(rest.slice(0, 8))
  if (!head || head.length < HEAD) return refuse(text('setup.cutOff', { found: rest.length, whole: null }))
  const view = new DataView(head.buffer)
  const length = view.getUint16(0)
  const characters = Math.ceil(((HEAD + length) * 4) / 3)
  if (rest.length < characters)
    return refuse(text('setup.cutOff', { found: rest.length + 3, whole: characters + 3 }))
  const deflated = bytesOfBase64url(rest)?.subarray(HEAD)
  const isAsWritten = deflated?.length === length && crc32(deflated) === view.getUint32(2)
  return deflated && isAsWritten ? ok(deflated) : refuse(text('setup.mistyped'))
}

function refuse(why: Text): Result<never> {
  return fail('invalid-setting', why)
}
