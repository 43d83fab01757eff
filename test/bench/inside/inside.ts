import { LESSON } from '@contract/settings/lesson'
import type { RunConfig } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import { INSIDE_VIEWS } from '../../../renderer/store/state/inside-state'
import type { App } from '../../helpers/app'
import { pageBytes } from '../../helpers/page-bytes'
import { below, type Figure, told } from '../figure'
import { median, quantile } from '../statistics'
import { tell } from '../tell'
import { withApp } from './open-app'
import { begin, beginAgain, type Turn, turn, watch } from './turns'

/*
 * A process of its own: `node inside.js [words …]` says what the Inside tab costs a training that goes flat out in the real app,
 * beside the Learning tab, and how often the page is drawn meanwhile. With words only the views whose name contains some of them.
 */

const ROUNDS = 6
/** Milliseconds: long enough for a view to be told anew also where that takes its share of the time rarely. */
const TURN = 3000
const MB = 1_000_000

const [, , ...words] = process.argv
await beside('the lesson', withSettings(LESSON, { updates: 1_000_000 }))
await beside('LSTM of 64 units, 50 time steps, batch 16', large())

function large(): RunConfig {
  return withSettings(LESSON, { cell: 'lstm', hiddenUnits: 64, points: 50, batch: 16, updates: 100_000 })
}

async function beside(name: string, config: RunConfig): Promise<void> {
  const called = (view: string) => `${name}, Inside at ${view}`
  const views = INSIDE_VIEWS.filter(
    (view) => words.length === 0 || words.some((some) => called(view).includes(some)),
  )
  if (views.length === 0) return
  await withApp(config, async (app) => {
    const { page } = app
    await watch(page)
    await begin(page)
    for (const view of views) {
      if (view !== views[0]) await beginAgain(page)
      await page.getByTestId('tab-inside').click()
      // The name: the button itself lies under it.
      await page.locator('label', { has: page.getByTestId(`inside-view-${view}`) }).click()
      tell(await compared(app, called(view)))
    }
    tell(await memory(app, name))
  })
}

/** Both tabs turn about in one run; the ratio of all turns together, as one pair alone says little on a machine with others. */
async function compared(app: App, what: string): Promise<Figure[]> {
  const rounds: { inside: Turn; learning: Turn }[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const first = round % 2 === 0 ? 'inside' : 'learning'
    const one = await turn(app, first, TURN)
    const other = await turn(app, first === 'inside' ? 'learning' : 'inside', TURN)
    // A run grows slower or faster as it goes on: whoever comes second must not be the same each time.
    rounds.push(first === 'inside' ? { inside: one, learning: other } : { inside: other, learning: one })
  }
  const of = (tab: 'inside' | 'learning', number: 'pace' | 'page') =>
    median(rounds.map((round) => round[tab][number]))
  const frames = (tab: 'inside' | 'learning') =>
    quantile(
      rounds.flatMap((round) => round[tab].frames),
      0.95,
    )
  const sum = (tab: 'inside' | 'learning', of: (turn: Turn) => number) =>
    rounds.reduce((all, round) => all + of(round[tab]), 0)
  // Turns are equally long: the time of one update is that of all turns by their updates.
  const slower = sum('learning', ({ pace }) => pace) / sum('inside', ({ pace }) => pace)
  const processor = (tab: 'inside' | 'learning') =>
    sum(tab, ({ trainer, pace }) => trainer * pace) / sum(tab, ({ pace }) => pace)
  const more = processor('inside') / processor('learning')
  return [
    below(5, what, 100 * (slower - 1), '% slower'),
    told('  by the processor time of the trainer alone', 100 * (more - 1), '% slower'),
    told('  updates a second with the Learning tab in its place', of('learning', 'pace'), '/s'),
    told('  processor time of the page, of one core', of('inside', 'page'), '%'),
    told('    with the Learning tab in its place', of('learning', 'page'), '%'),
    below(20, '  from frame to frame, 19 of 20', frames('inside'), 'ms'),
    told('    with the Learning tab in its place', frames('learning'), 'ms'),
  ]
}

/** What the page holds at the end of the last run, which pauses, with one tab and the other. */
async function memory(app: App, name: string): Promise<Figure[]> {
  const { page } = app
  await page.getByTestId('start-pause').click()
  const at = async (tab: 'learning' | 'inside') => {
    await turnTo(app, tab)
    return (await pageBytes(app)) / MB
  }
  const [learning, inside] = [await at('learning'), await at('inside')]
  return [
    told(`the page's memory with ${name}, at Learning`, learning, 'MB'),
    told('  at Inside', inside, 'MB'),
  ]
}

async function turnTo({ page }: App, tab: 'learning' | 'inside'): Promise<void> {
  await page.getByTestId(`tab-${tab}`).click()
  await page.waitForTimeout(1000)
}
