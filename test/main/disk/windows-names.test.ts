import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LESSON_FACTS } from '@contract/data/source-facts'
import { companionNames } from '@contract/files/companion-files'
import { EXPORT_FORMATS, type ExportFormat } from '@contract/files/weight-formats'
import type { RunDescription, RunState } from '@contract/run/run'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkTarget } from '../../../main/disk/target'
import { temporaryBeside } from '../../../main/disk/temporary-file'
import { isNameOnWindows } from '../../../main/disk/windows-names'
import { proposedName, proposedProject, proposedView } from '../../../main/files/weights-name'
import { saying } from '../../helpers/saying'

// The lists of Microsoft's "Naming Files, Paths, and Namespaces".
const DEVICES = 'CON PRN AUX NUL COM0 COM1 COM9 COM¹ COM³ LPT0 LPT1 LPT9 LPT² CONIN$ CONOUT$'.split(' ')
const FORBIDDEN = [...'<>:"/\\|?*', '\0', '\u0001', '\u001f']

describe('a name on Windows', () => {
  it.each(DEVICES)('is not that of the device %s, whatever its case and its ending', (device) => {
    for (const name of [device, device.toLowerCase(), `${device}.csv`, `${device}.tar.gz`, `${device} .csv`])
      expect([name, isNameOnWindows(name)]).toEqual([name, false])
    for (const name of [`${device}x.csv`, `x${device}.csv`, `run.${device}`])
      expect([name, isNameOnWindows(name)]).toEqual([name, true])
  })

  it('has no character that the system keeps for itself, and nothing at its end that it drops', () => {
    for (const sign of FORBIDDEN) expect(isNameOnWindows(`a${sign}b.csv`)).toBe(false)
    for (const name of ['', '.', '..', 'run.', 'run.csv.', 'run ', 'run.csv ', '...'])
      expect([name, isNameOnWindows(name)]).toEqual([name, false])
    for (const name of ['run.csv', '.unroll', 'Größe 训练 (1).csv', 'com10.csv', 'a&b;c,d=e[1]{2}.csv', ' a'])
      expect([name, isNameOnWindows(name)]).toEqual([name, true])
  })
})

describe('a file that is to be written', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'unroll-names-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('is refused before the work if Windows has no file of its name', async () => {
    const words = 'this system does not allow this name, or a character in it; choose another name'
    for (const name of ['nul.csv', 'a:b.csv', 'run.csv.'])
      expect(await checkTarget(join(folder, name), 'win32')).toMatchObject({
        ok: false,
        error: { code: 'file-not-written', text: saying(`"${name}" cannot be saved: ${words}.`) },
      })
    for (const platform of ['linux', 'darwin'])
      expect(await checkTarget(join(folder, 'nul.csv'), platform)).toMatchObject({ ok: true })
    expect(await checkTarget(join(folder, 'run.csv'), 'win32')).toMatchObject({ ok: true })
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('every name that the app gives', () => {
  const formats = Object.keys(EXPORT_FORMATS) as ExportFormat[]
  const description: RunDescription = {
    ...{ id: 'a', summary: '', parameters: [], parameterCount: 0, updatesBefore: 0 },
    ...{ facts: LESSON_FACTS, branch: null },
    origin: { kind: 'seed', seed: 1 },
  }

  it('is one on Windows too, and needs no text of a person for it', () => {
    const names: string[] = [temporaryBeside('run.csv')]
    for (const cell of ['rnn-tanh', 'rnn-relu', 'gru', 'lstm'] as const)
      for (const family of ['pytorch', 'tensorflow'] as const) {
        const config = withSettings(LESSON, { cell, family, layers: 2 })
        const state: RunState = {
          phase: 'paused',
          ...{ id: 'a', updatesDone: 7, goal: 60, broke: null, endedBy: null, best: null },
          ...{ pausedBy: null, preparing: false, events: [], planned: [], config },
        }
        names.push(proposedProject(description, state))
        for (const format of formats) names.push(proposedName(description, state, format))
        for (const format of ['svg', 'png', 'csv'] as const)
          names.push(proposedView(description, state, { view: 'loss', update: 3, format }))
      }
    expect(names.length).toBeGreaterThan(60)
    expect(names.filter((name) => !isNameOnWindows(name))).toEqual([])
  })

  it('beside a file of the person is one where theirs is', () => {
    for (const format of formats)
      for (const name of companionNames('Größe 1.json', { format, script: true }))
        expect([name, isNameOnWindows(name)]).toEqual([name, true])
  })
})
