import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { runCommandLine } from '../../../../main/cli/command-line'
import { graphCount } from '../../trainer/graph/graph-count'
import { type FakeTerminal, fakeTerminal } from '../fake-terminal'

const clock = vi.hoisted(() => ({ waiting: 0 }))

/** The clock of the system, which counts what is still to be done as soon as possible. */
vi.mock('../../../../main/trainer/system/clock', async (original) => {
  const { systemClock } = await original<typeof import('../../../../main/trainer/system/clock')>()
  const soon = (action: () => void) => {
    let isWaiting = true
    const end = () => {
      if (isWaiting) clock.waiting -= 1
      isWaiting = false
    }
    clock.waiting += 1
    const callOff = systemClock.soon(() => {
      end()
      action()
    })
    return () => {
      end()
      callOff()
    }
  }
  return { systemClock: { ...systemClock, soon } }
})

it('gets ready for nothing more when the run is done', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'unroll-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const terminal = fakeTerminal(folder)
  const { sessions } = graphCount()
  const opened = () => graphCount().sessions - sessions
  /** Ends the training as soon as it has a recording of many updates in a call. */
  const act = ({ said, askToEnd }: FakeTerminal) => {
    if (opened() > 0) askToEnd(130)
    else terminal.afterLines = { count: said.length + 1, act }
  }
  terminal.afterLines = { count: 1, act }
  expect(await runCommandLine('train --updates 100000 --hidden 8 --json'.split(' '), terminal)).toBe(130)
  while (clock.waiting > 0) await new Promise((resolve) => setImmediate(resolve))
  // None of single ones, by which moments are made again for whoever goes back.
  expect(opened()).toBe(1)
})
