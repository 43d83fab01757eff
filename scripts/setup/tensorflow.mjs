import { rm, symlink } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { unpackZip } from './archives.mjs'
import { ensureEntry } from './cache.mjs'
import { requireSpace } from './disk-space.mjs'
import { reason, SetupError } from './errors.mjs'
import { tensorflow } from './pins.mjs'
import { fetchWithPip } from './registry-clients.mjs'

const spaceNeeded = 1_150_000_000
const libraries = ['libtensorflow_cc.so.2', 'libtensorflow_framework.so.2']
const headers =
  /^tensorflow\/(include\/(?:tensorflow\/c|tensorflow\/core\/platform|tsl\/platform|xla\/tsl\/c)\/.+\.h)$/

/**
 * Where a file of the wheel goes, or undefined for the many that are not needed: the two libraries, and the
 * headers of the C interface.
 *
 * @param {string} path
 * @returns {string | undefined}
 */
export function placeInEntry(path) {
  const library = libraries.find((name) => path === `tensorflow/${name}`)
  return library ? `lib/${library}` : headers.exec(path)?.[1]
}

/** The cache entry that holds TensorFlow: `lib` and `include`. */
export const entryName = `tensorflow-${tensorflow.version}-${tensorflow.platform}`

/**
 * TensorFlow's library as a part of the clone: the folder in which the addon looks for it.
 *
 * @param {typeof import('./paths.mjs').places} places
 * @returns {import('./part.mjs').Part}
 */
export function libraryPart(places) {
  return {
    title: 'TensorFlow',
    name: entryName,
    inside: 'lib',
    target: join(places.tfjsNode, 'deps/lib'),
    fill: fillTensorflow,
  }
}

/**
 * TensorFlow in the cache, for compiling against it.
 *
 * @param {string} cache
 */
export function ensureTensorflow(cache) {
  return ensureEntry(cache, entryName, fillTensorflow)
}

/** @param {string} folder */
async function fillTensorflow(folder) {
  await requireSpace(resolve(folder, '../..'), spaceNeeded, 'TensorFlow')
  const wheel = `${folder}.whl`
  // pip knows the index, mirror or proxy that is set for this machine; the hash decides what is kept.
  await fetchWithPip(tensorflow, tensorflow.pipOptions, wheel).catch((error) => {
    if (!(error instanceof SetupError)) throw error
    throw new SetupError(
      `TensorFlow ${tensorflow.version} could not be had: ${reason(error)}. Check the network connection and run the same command again.`,
    )
  })
  await unpackZip(wheel, folder, { label: 'Unpacking TensorFlow', pick: placeInEntry })
  await rm(wheel)
  // The names that tfjs-node knows them by.
  await symlink('libtensorflow_cc.so.2', join(folder, 'lib/libtensorflow.so'))
  await symlink('libtensorflow_framework.so.2', join(folder, 'lib/libtensorflow_framework.so'))
}
