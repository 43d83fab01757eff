import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import type { TrainerEvents } from '@contract/wire/trainer-wire'
import { expect, it } from 'vitest'
import { systemClock } from '../../../main/trainer/system/clock'
import { createPresentTrainer, type PresentTrainer } from '../../helpers/present-trainer'

/** An update takes long enough to be made by another thread. */
const LARGE = withSettings(LESSON, {
  ...{ cell: 'lstm', hiddenUnits: 96, layers: 2, points: 80, batch: 48, updates: 6 },
})

/** A trainer that runs by the system's own clock. */
function createBench() {
  const told: { name: string; payload: unknown }[] = []
  const trainer: PresentTrainer = createPresentTrainer((name, payload) => {
    told.push({ name, payload })
    if (name === 'updates') trainer.acknowledgeUpdates(1)
  }, systemClock)
  const payloads = <Name extends keyof TrainerEvents>(name: Name) =>
    told.filter((event) => event.name === name).map((event) => event.payload as TrainerEvents[Name])
  const state = () => payloads('runChanged').at(-1)
  return {
    trainer,
    state,
    losses: () => payloads('updates').flatMap(({ losses }) => [...losses]),
    until: async (holds: () => boolean) => {
      while (!holds()) await new Promise((go) => setImmediate(go))
    },
  }
}

/** All losses of the run, made without a pause. */
async function undisturbed(): Promise<readonly number[]> {
  const { trainer, state, losses, until } = createBench()
  await trainer.createRun(LARGE)
  await trainer.setPace('max')
  await trainer.startRun()
  await until(() => state()?.phase === 'finished')
  return losses()
}

it('a pause is heard before an update that takes long is done, and the run goes on as if there had been none', async () => {
  const expected = await undisturbed()
  expect(expected).toHaveLength(6)
  const { trainer, state, losses, until } = createBench()
  await trainer.createRun(LARGE)
  await trainer.setPace('max')
  await trainer.startRun()
  // While it is being prepared for: a trainer that could not be heard would have made it in the first of these turns.
  for (let turn = 0; turn < 4; turn += 1) await new Promise((go) => setImmediate(go))
  await trainer.pauseRun()
  expect(state()).toMatchObject({ phase: 'paused', updatesDone: 0, preparing: false })
  for (const done of [1, 2, 4]) {
    await trainer.startRun()
    await until(() => losses().length >= done)
    // The next one is under way.
    await new Promise((go) => setImmediate(go))
    await trainer.pauseRun()
    expect(state()).toMatchObject({ phase: 'paused', updatesDone: losses().length })
  }
  await trainer.startRun()
  await until(() => state()?.phase === 'finished')
  expect(losses()).toEqual(expected)
})
