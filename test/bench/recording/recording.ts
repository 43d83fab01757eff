import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { KEPT_CASES } from './kept-cases'

/*
 * A process of its own: `node recording.js WORDS…` says what recordings hold in memory, of every network whose name has one of the
 * words in it. Each is measured in a fresh process: what one has given back to the allocator another would get for nothing.
 */

const words = process.argv.slice(2)

for (const { name } of KEPT_CASES) {
  if (words.length > 0 && !words.some((word) => name.includes(word))) continue
  for (const script of ['kept.js', 'keptByEngine.js']) {
    const path = resolve(import.meta.dirname, script)
    const child = spawn(process.execPath, ['--expose-gc', path, name], { stdio: 'inherit' })
    const [code] = await once(child, 'close')
    if (code !== 0) throw new Error(`the recordings of ${name} came to no end: code ${code}`)
  }
}
