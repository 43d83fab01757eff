import { copyFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SetupError } from '../errors.mjs'
import { checkFile, fromHex } from '../fetch/integrity.mjs'

const wholeClone = 'get a whole clone of Unroll and run the command there'

/**
 * The hash that an addon which comes with this repository has to have.
 *
 * @param {import('../paths.mjs').Places} places
 * @param {string} system
 * @returns {Promise<string>} in hexadecimal digits
 */
export async function prebuiltHash({ prebuilt }, system) {
  const table = await readFile(join(prebuilt, 'hashes.json'), 'utf8').catch(() => '{}')
  const hash = JSON.parse(table)[`prebuilt/${system}/tfjs_binding.node`]
  if (typeof hash === 'string') return hash
  throw new SetupError(
    `The bridge to TensorFlow for ${system} is not in ${join(prebuilt, 'hashes.json')}: ${wholeClone}.`,
  )
}

/**
 * Takes the addon of a system, if it is the one that was built.
 *
 * @param {import('../paths.mjs').Places} places
 * @param {string} system
 * @param {string} hash
 * @param {string} output
 */
export async function takePrebuilt({ prebuilt }, system, hash, output) {
  const file = join(prebuilt, system, 'tfjs_binding.node')
  await copyFile(file, output).catch((error) => {
    if (error.code !== 'ENOENT') throw error
    throw new SetupError(`The bridge to TensorFlow is missing at ${file}: ${wholeClone}.`)
  })
  try {
    await checkFile(output, fromHex('sha256', hash), `The bridge to TensorFlow at ${file}`)
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    throw new SetupError(`${error.message}: ${wholeClone}.`)
  }
}
