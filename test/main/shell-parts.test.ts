import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { LESSON_FACTS } from '@contract/data/source-facts'
import type { ExportFormat } from '@contract/files/weight-formats'
import type { RunPhase, RunState } from '@contract/run/run'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { describe, expect, it, vi } from 'vitest'
import { createRepeatLimit } from '../../main/base/repeat-limit'
import { fileHandedOver, fileInArguments } from '../../main/files/launch-file'
import { proposedName } from '../../main/files/weights-name'
import { causeInOutput, exitReason } from '../../main/host/trainer-end'
import { pageOrigin } from '../../main/page/page-origin'
import { isAllowedRequest } from '../../main/page/security'
import { progressOf } from '../../main/runs/run-progress'
import { BACKGROUND } from '../../main/window/window'

vi.mock('electron', () => ({}))

function run(phase: RunPhase, updatesDone: number): RunState {
  return {
    id: 'a',
    phase,
    updatesDone,
    goal: 60,
    broke: null,
    endedBy: null,
    best: null,
    pausedBy: null,
    preparing: false,
    events: [],
    planned: [],
    config: LESSON,
  }
}

describe('a command line', () => {
  it('may name a weight file among other things', () => {
    const args = ['electron', '--no-sandbox', '/app', 'trained.SafeTensors']
    expect(fileInArguments(args, '/home/me')).toBe('/home/me/trained.SafeTensors')
    expect(fileInArguments(['electron', '/app'], '/home/me')).toBeUndefined()
    expect(fileInArguments(['--file=a.safetensors'], '/home/me')).toBeUndefined()
  })

  it('may name a file of every format that can be loaded', () => {
    for (const name of ['a.npz', 'a.weights.h5', 'a.H5', 'a.keras', 'a.json'])
      expect(fileInArguments(['electron', '/app', name], '/b')).toBe(`/b/${name}`)
    for (const name of ['a.onnx', 'a.py', 'a.weights.bin', 'a'])
      expect(fileInArguments(['electron', '/app', name], '/b')).toBeUndefined()
  })

  it('names a model by a .json file only as its last word', () => {
    expect(fileInArguments(['electron', 'settings.json', '/app'], '/b')).toBeUndefined()
    expect(fileInArguments(['electron', 'settings.json', 'a.npz'], '/b')).toBe('/b/a.npz')
    expect(fileInArguments(['electron', 'a.npz', 'settings.json'], '/b')).toBe('/b/a.npz')
  })

  it('is handed over by a second launch, whose word is checked', () => {
    expect(fileHandedOver({ file: '/a.safetensors' })).toBe('/a.safetensors')
    for (const data of [undefined, null, {}, { file: 1 }, 'file'])
      expect(fileHandedOver(data)).toBeUndefined()
  })
})

describe("the page's origin", () => {
  it('is the app itself, or the server while developing, never that of a packaged app', () => {
    expect(pageOrigin(false, undefined).url).toBe('app://unroll/index.html')
    expect(pageOrigin(true, 'http://localhost:5173').origin).toBe('app://unroll')
    expect(pageOrigin(false, 'http://localhost:5173/').origin).toBe('http://localhost:5173')
  })

  it('decides what may be loaded', () => {
    const built = pageOrigin(true, undefined)
    const developing = pageOrigin(false, 'http://localhost:5173')
    for (const url of ['app://unroll/a.js', 'devtools://devtools/a', 'data:,a', 'blob:app://unroll/1'])
      expect(isAllowedRequest(url, built)).toBe(true)
    for (const url of ['https://example.com', 'http://localhost:5173/a', 'file:///etc/passwd', 'ws://a'])
      expect(isAllowedRequest(url, built)).toBe(false)
    for (const url of ['http://localhost:5173/a', 'ws://localhost:5173/'])
      expect(isAllowedRequest(url, developing)).toBe(true)
    for (const url of [
      'http://localhost:51730/',
      'http://localhost:5173.example.com/',
      'http://localhost.example.com:5173/',
    ])
      expect(isAllowedRequest(url, developing)).toBe(false)
  })
})

describe('the progress of a run', () => {
  it('is counted from where the run began', () => {
    expect(progressOf(run('training', 30), 0)).toEqual({ value: 0.5, mode: 'normal' })
    expect(progressOf(run('paused', 30), 20)).toEqual({ value: 0.25, mode: 'paused' })
    expect(progressOf(run('diverged', 6), 0)).toEqual({ value: 0.1, mode: 'error' })
    expect(progressOf(run('training', 61), 60).value).toBe(1)
  })

  it('is not shown before a run and after it', () => {
    for (const state of [null, run('ready', 0), run('finished', 60)])
      expect(progressOf(state, 0)).toEqual({ value: -1, mode: 'none' })
  })
})

describe('the end of a trainer', () => {
  it('has a reason', () => {
    expect(exitReason(false, 9)).toBe('not-started')
    for (const code of [0, 9, 15, 137, 143]) expect(exitReason(true, code)).toBe('killed')
    for (const code of [1, 5, 6, 11, -1]) expect(exitReason(true, code)).toBe('crashed')
  })

  it('is explained by the line that names an error, not by the stack around it', () => {
    const lines = [
      'throw new Error("a")',
      '',
      'TypeError: b is not a function',
      '    at c (d.js:1:2)',
      'Node.js v24',
    ]
    expect(causeInOutput(lines)).toBe('TypeError: b is not a function')
    expect(causeInOutput(['Error: first', 'RangeError: last'])).toBe('RangeError: last')
    expect(causeInOutput(['Killed'])).toBeUndefined()
  })
})

describe('the name of a weight file', () => {
  it('is proposed from what made the weights', () => {
    const description = {
      ...{ id: 'a', summary: '', parameters: [], parameterCount: 0, updatesBefore: 0 },
      facts: LESSON_FACTS,
      branch: null,
    }
    const seeded = { ...description, origin: { kind: 'seed', seed: 1 } } as const
    const proposed = (format: ExportFormat) => proposedName(seeded, run('finished', 60), format)
    expect(proposed('safetensors')).toBe('unroll-rnn32-seed1-60updates.safetensors')
    expect(proposed('keras')).toBe('unroll-rnn32-seed1-60updates.weights.h5')
    expect(proposed('csv')).toBe('unroll-rnn32-seed1-60updates.csv')
    expect(proposedName(null, null, 'onnx')).toBe('unroll.onnx')
  })

  it.each([
    [{}, 'rnn32'],
    [{ cell: 'rnn-relu' }, 'relu-rnn32'],
    [{ cell: 'gru', hiddenUnits: 8 }, 'gru8'],
    [{ cell: 'lstm', layers: 2 }, 'lstm2x32'],
    [{ family: 'tensorflow' }, 'tf-rnn32'],
  ] as const)('tells the network %j', (changes, network) => {
    const origin = { kind: 'file', name: 'a' } as const
    const description = {
      ...{ id: 'a', origin, summary: '', parameters: [], parameterCount: 0, updatesBefore: 0 },
      facts: LESSON_FACTS,
      branch: null,
    }
    const state = { ...run('finished', 7), config: withSettings(LESSON, { ...changes }) }
    expect(proposedName(description, state, 'npz')).toBe(`unroll-${network}-7updates.npz`)
  })
})

describe('the window', () => {
  it("has the page's ground before the page is there", () => {
    const tokens = readFileSync(resolve(import.meta.dirname, '../../renderer/styles/tokens.css'), 'utf8')
    const grounds = [...tokens.matchAll(/--ground: (#\w+)/g)].map((match) => match[1])
    expect(grounds).toEqual([BACKGROUND.light, BACKGROUND.dark])
  })
})

describe('a repeat limit', () => {
  it('allows so many tries in so much time', () => {
    let now = 0
    const mayTry = createRepeatLimit(2, 100, () => now)
    expect([mayTry(), mayTry(), mayTry()]).toEqual([true, true, false])
    now = 100
    expect(mayTry()).toBe(true)
  })
})
