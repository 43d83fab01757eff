import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
  else for (const { what, value, unit, bound } of figures) console.log(line(what, value, unit, bound))
  process.exitCode = figures.every(({ holds }) => holds) ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function line(what: string, value: number, unit: string, bound: string): string {
  return `${what.padEnd(58)} ${value.toPrecision(3).padStart(8)} ${unit.padEnd(5)} ${bound}`
}
