import { ensurePart } from '../parts/part.mjs'
import { libraryPart } from '../parts/tensorflow.mjs'
import { addonPart } from './addon.mjs'

/**
 * TensorFlow and the bridge to it.
 *
 * @param {import('../parts/context.mjs').Context} context
 * @returns {Promise<boolean>} whether anything had to be done
 */
export async function ensureNative(context) {
  const addon = await addonPart(context)
  const library = libraryPart(context)
  // Where both lie in one folder, the addon's part has the library with it.
  const parts = library.target === addon.target ? [addon] : [addon, library]
  let changed = false
  for (const part of parts) changed = (await ensurePart(part, context)) || changed
  return changed
}
