import { LESSON_FACTS } from '@contract/data/source-facts'
import type { RunDescription, RunState, UpdateBatch } from '@contract/run/run'
import type { RunRivals, RunScores } from '@contract/run/run-scores'
import { LESSON } from '@contract/settings/lesson'
import { describe, expect, it } from 'vitest'
import type { TrainerEvent } from '../../../main/host/checkpoint-parts'
import { NOTHING_YET, remember, welcome } from '../../../main/runs/run-memory'

function described(id: string): TrainerEvent {
  const description: RunDescription = {
    id,
    origin: { kind: 'seed', seed: 1 },
    summary: '',
    parameters: [],
    parameterCount: 0,
    updatesBefore: 0,
    branch: null,
    facts: LESSON_FACTS,
  }
  return { kind: 'event', name: 'runOpened', payload: description }
}

function changed(id: string): TrainerEvent {
  const state: RunState = {
    id,
    phase: 'ready',
    updatesDone: 0,
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
  return { kind: 'event', name: 'runChanged', payload: state }
}

function batch(runId: string, firstUpdate: number, count: number): TrainerEvent {
  const empty = new Float32Array()
  const payload: UpdateBatch = {
    runId,
    firstUpdate,
    losses: new Float32Array(count),
    gradientNorms: new Float32Array(count),
    validationLosses: new Float32Array(count),
    lengths: new Uint32Array(count),
    starts: new Float64Array(count),
    steps: new Float64Array(count),
    outputs: 1,
    inputs: empty,
    targets: empty,
    predictions: empty,
    updatesPerSecond: 0,
  }
  return { kind: 'event', name: 'updates', payload }
}

const checkpoint: TrainerEvent = {
  kind: 'event',
  name: 'checkpointTaken',
  payload: { runId: 'a', updatesDone: 3, present: new Uint8Array([1]), initial: new Uint8Array([2]) },
}

describe('what main remembers of a run', () => {
  it('follows its updates between two changes of state', () => {
    const memory = [described('a'), changed('a'), batch('a', 1, 4), batch('a', 5, 2)].reduce(
      remember,
      NOTHING_YET,
    )
    expect(memory.state?.updatesDone).toBe(6)
    expect(remember(memory, batch('another', 90, 1)).state?.updatesDone).toBe(6)
  })

  it('keeps its rivals and newest scores for a page that opens late, and none of another run', () => {
    const rivals: RunRivals = {
      runId: 'a',
      rows: { train: { from: 0, to: 7 }, validation: { from: 7, to: 9 }, test: { from: 9, to: 10 } },
      outputs: [],
      lines: [],
    }
    const scores = (update: number): RunScores => ({
      runId: 'a',
      update,
      outputs: [],
      losses: { train: 1, validation: 2, test: null },
    })
    const memory = (
      [
        described('a'),
        changed('a'),
        { kind: 'event', name: 'rivalsFound', payload: rivals },
        { kind: 'event', name: 'scored', payload: scores(0) },
        { kind: 'event', name: 'scored', payload: scores(40) },
      ] as TrainerEvent[]
    ).reduce(remember, NOTHING_YET)
    expect(welcome(memory, { kind: 'starting' }).run).toMatchObject({ rivals, scores: scores(40) })
    const other = [described('b'), changed('b')].reduce(remember, memory)
    expect(welcome(other, { kind: 'starting' }).run).toMatchObject({ rivals: null, scores: null })
  })

  it('keeps the initial weights of a run, which come once', () => {
    const later: TrainerEvent = {
      kind: 'event',
      name: 'checkpointTaken',
      payload: { runId: 'a', updatesDone: 9, present: new Uint8Array([3]), initial: null },
    }
    const memory = [described('a'), changed('a'), checkpoint, later].reduce(remember, NOTHING_YET)
    expect(memory.checkpoint).toMatchObject({ updatesDone: 9, initial: new Uint8Array([2]) })
  })

  it("never takes another run's checkpoint for this one's", () => {
    const memory = [described('a'), changed('a'), checkpoint].reduce(remember, NOTHING_YET)
    expect(memory.checkpoint?.updatesDone).toBe(3)
    expect(remember(memory, described('b'))).toMatchObject({ state: null, checkpoint: null })
    expect(remember(memory, described('a')).checkpoint?.updatesDone).toBe(3)
  })

  it('welcomes a page with a run only when all of it is known', () => {
    const opened = remember(NOTHING_YET, described('a'))
    expect(welcome(opened, { kind: 'starting' }).run).toBeNull()
    expect(welcome(remember(opened, changed('a')), { kind: 'starting' })).toMatchObject({
      trainer: { kind: 'starting' },
      run: { description: { id: 'a' }, state: { id: 'a' } },
      pace: 20,
    })
  })
})
