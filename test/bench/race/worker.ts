import { createInterface } from 'node:readline'
import { tensorflowVersions } from '../../../main/trainer/tensorflow'
import type { Case } from '../cases/cases'
import type { Program } from '../programs/program'
import { PROGRAMS, type ProgramName } from '../programs/programs'
import type { Said } from './protocol'

/* A competitor's process: `worker.js PROGRAM CASE`, then commands on standard input until that is closed. */

const [name, json] = process.argv.slice(2) as [ProgramName, string]
const program: Program = PROGRAMS[name](JSON.parse(json) as Case)
const { tensorflow, tfjs } = tensorflowVersions()

say({ kind: 'ready', about: `tfjs-node ${tfjs}, TensorFlow ${tensorflow}`, perCall: program.perCall })
for await (const line of createInterface({ input: process.stdin })) {
  const [command, number] = line.split(' ')
  if (command === 'losses') say({ kind: 'losses', losses: await losses(Number(number)) })
  if (command === 'turn') say(await turn(Number(number)))
}

function say(said: Said) {
  process.stdout.write(`${JSON.stringify(said)}\n`)
}

async function losses(updates: number): Promise<number[]> {
  const made: number[] = []
  while (made.length < updates)
    made.push(...Array.from(await program.update(Math.min(program.perCall, updates - made.length))))
  return made
}

/** Whole calls for so many seconds, at least three. */
async function turn(seconds: number): Promise<Said> {
  const used = process.cpuUsage()
  const begin = performance.now()
  let calls = 0
  let elapsed = 0
  while (calls < 3 || elapsed < seconds * 1000) {
    const losses = program.update(program.perCall)
    // Awaiting what is there already would cost the fast ones a turn of the queue.
    if (losses instanceof Promise) await losses
    calls += 1
    elapsed = performance.now() - begin
  }
  const { user, system } = process.cpuUsage(used)
  const updates = calls * program.perCall
  return { kind: 'turn', updates, microseconds: elapsed * 1000, processor: user + system }
}
