import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'

/**
 * Puts a file in its place in one go, like `writeJson`, but without holding up anything else that main does:
 * for what is large, or written while a run trains. What a killed app leaves behind ends with `.tmp`.
 */
export async function writeDurably(path: string, data: Uint8Array | string): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`
  try {
    const file = await open(temporary, 'wx', 0o600)
    try {
      await file.writeFile(data)
      const { size } = await file.stat()
      if (size !== Buffer.byteLength(data)) throw new Error(`only ${size} bytes of ${path} were written`)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}
