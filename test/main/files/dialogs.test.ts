import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ExportFormat } from '@contract/files/weight-formats'
import { inEnglish } from '@contract/language/say'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFileDialogs } from '../../../main/files/dialogs'
import { madeUp } from '../../helpers/saying'

const answers = vi.hoisted(() => ({
  path: '',
  replace: false,
  asked: [] as string[],
  saves: [] as { defaultPath: string; filters: { extensions: string[] }[] }[],
}))

vi.mock('electron', () => ({
  app: { getPath: () => '/documents' },
  dialog: {
    showSaveDialog: async (_window: unknown, options: (typeof answers.saves)[number]) => {
      answers.saves.push(options)
      return { canceled: answers.path === '', filePath: answers.path }
    },
    showMessageBox: async (_window: unknown, { message }: { message: string }) => {
      answers.asked.push(message)
      return { response: answers.replace ? 1 : 0 }
    },
  },
  shell: {},
}))

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-dialogs-'))
  Object.assign(answers, { path: '', replace: false, asked: [], saves: [] })
})

afterEach(() => rmSync(folder, { recursive: true }))

/** Asks where to save, with the person typing a name into the dialog. */
function ask(typed: string, format: ExportFormat, script = false) {
  answers.path = typed === '' ? '' : join(folder, typed)
  const log = { info: () => {}, error: () => {} }
  const dialogs = createFileDialogs({
    window: {} as never,
    file: join(folder, 'last', 'dialogs.json'),
    language: { say: inEnglish },
    log,
    tell: () => {},
  })
  return dialogs.askSavePath({ title: madeUp('Export'), name: 'proposed', choice: { format, script } })
}

function there(...names: string[]) {
  for (const name of names) writeFileSync(join(folder, name), 'old')
}

describe('the dialog that asks where to save', () => {
  it('gives the path as it was typed, and asks nothing more', async () => {
    there('run.npz')
    // The system's own dialog has asked about this one.
    expect(await ask('run.npz', 'npz')).toBe(join(folder, 'run.npz'))
    expect(answers.asked).toEqual([])
    expect(answers.saves[0]?.filters[0]?.extensions).toEqual(['npz'])
  })

  it('opens where the last file went', async () => {
    await ask('run.npz', 'npz')
    await ask('', 'npz')
    expect(answers.saves.map(({ defaultPath }) => defaultPath)).toEqual([
      '/documents/proposed',
      join(folder, 'proposed'),
    ])
  })

  it('asks about a file whose name came about by the ending', async () => {
    there('run.weights.h5')
    expect(await ask('run', 'keras')).toBeUndefined()
    expect(answers.asked).toEqual(['run.weights.h5 already exists. Replace it?'])
    answers.replace = true
    expect(await ask('run', 'keras')).toBe(join(folder, 'run.weights.h5'))
  })

  it('asks about the files that will lie beside it', async () => {
    there('model.weights.bin')
    expect(await ask('model.json', 'tfjs')).toBeUndefined()
    expect(answers.asked).toEqual(['model.weights.bin already exists. Replace it?'])
    there('run.py')
    await ask('run.safetensors', 'safetensors')
    expect(answers.asked).toHaveLength(1)
    await ask('run.safetensors', 'safetensors', true)
    expect(answers.asked.at(-1)).toBe('run.py already exists. Replace it?')
  })

  it('asks about all of them at once', async () => {
    there('model.json', 'model.weights.bin')
    expect(await ask('model', 'tfjs')).toBeUndefined()
    expect(answers.asked).toEqual(['model.json and model.weights.bin already exist. Replace them?'])
  })

  it('remembers no folder when the person has changed their mind', async () => {
    expect(await ask('', 'npz')).toBeUndefined()
    expect(existsSync(join(folder, 'last'))).toBe(false)
  })
})
