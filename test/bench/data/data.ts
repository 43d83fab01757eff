import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tell } from '../tell'
import { memoryOfRows } from './memory'
import { readingSpeeds } from './reading'
import { shareOfWindows } from './windows'

/*
 * A process of its own: `node --expose-gc data.js` says what data costs beside training. Every figure is one of this
 * machine at this moment; what counts are the bounds they are held to.
 */

const folder = mkdtempSync(join(tmpdir(), 'unroll-bench-'))
try {
  tell(await readingSpeeds(folder))
  tell(shareOfWindows())
  tell(await memoryOfRows(folder))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
