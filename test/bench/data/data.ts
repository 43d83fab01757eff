import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { figureLine } from '../figure-line'
import { memoryOfRows } from './memory'
import { readingSpeeds } from './reading'
import { shareOfWindows } from './windows'

/*
 * A process of its own: `node --expose-gc data.js [json]` says what data costs beside training. Every figure is one of this
 * machine at this moment; what counts are the bounds they are held to, and a figure that breaks its bound ends it with 1.
 */

const json = process.argv[2] === 'json'
const folder = mkdtempSync(join(tmpdir(), 'unroll-bench-'))
try {
  const figures = [...(await readingSpeeds(folder)), ...shareOfWindows(), ...(await memoryOfRows(folder))]
  if (json) console.log(JSON.stringify({ figures }))
  else for (const figure of figures) console.log(figureLine(figure))
  process.exitCode = figures.every(({ holds }) => holds) ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
