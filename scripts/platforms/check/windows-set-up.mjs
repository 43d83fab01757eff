// Runs in Node for Windows: sets up the native parts of the clone that it lies in, as `npm start` does there. Only the
// download is a copy of a file that is here already, as Node reaches no network under Wine; its hash is checked all the same.
import { createHash } from 'node:crypto'
import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkAddonLoads } from '../../setup/bridge/addon.mjs'
import { ensureNative } from '../../setup/bridge/native.mjs'
import { checkFile } from '../../setup/fetch/integrity.mjs'
import { contextHere } from '../../setup/parts/context.mjs'

const [, , archive = ''] = process.argv
const here = contextHere()
const context = {
  ...here,
  fetchers: {
    ...here.fetchers,
    /** @type {typeof here.fetchers.download} */
    download: async (_source, target, { hash }) => {
      copyFileSync(archive, target)
      await checkFile(target, hash, 'the copy')
    },
  },
}
const folder = join(here.places.tfjsNode, 'lib/napi-v8')

if (here.system !== 'win32-x64') throw new Error(`this is ${here.system}`)
if (!(await ensureNative(context))) throw new Error('nothing was done')
const placed = readdirSync(folder).sort()
if (await ensureNative(context)) throw new Error('it was done a second time')

const wanted = [
  'msvcp140.dll',
  'tensorflow.dll',
  'tfjs_binding.node',
  'vcruntime140.dll',
  'vcruntime140_1.dll',
]
if (placed.join() !== wanted.join()) throw new Error(`${folder} has ${placed.join()}`)
const hashes = JSON.parse(readFileSync(join(here.places.prebuilt, 'hashes.json'), 'utf8'))
const bytes = readFileSync(join(folder, 'tfjs_binding.node'))
if (createHash('sha256').update(bytes).digest('hex') !== hashes['prebuilt/win32-x64/tfjs_binding.node'])
  throw new Error('the addon is another one')
await checkAddonLoads(folder, here.platform.library.version)
console.log(
  `set-up by Node ${process.versions.node} for Windows: ${placed.join(', ')} in ${folder}, cache in ${here.cache}`,
)
