import { join } from 'node:path'
import { bundleForNode } from '../launch/bundle.mjs'

/**
 * Bundles what writes and reads the files with the trainer's sources.
 *
 * @param {string} root
 * @returns {Promise<string>} the folder with the bundles
 */
export async function bundleInterop(root) {
  const outDir = join(root, 'out/interop')
  await bundleForNode(root, outDir, { make: 'test/interop/make.ts', read: 'test/interop/read.ts' })
  return outDir
}
