import { CHOICES, offeredValues } from '@contract/settings/choices'
import { LIVE_SETTINGS } from '@contract/settings/settings'
import { isInHalves } from '../../../../../main/trainer/network/halves'
import { networkOf } from '../../../../../main/trainer/network/shape/network-of'
import { openedSource, type ReplayCase, settingsOf } from './any-case'

/** Everything that is to be among the cases. */
export const KINDS: readonly string[] = [
  ...Object.keys(CHOICES.cell.values),
  ...Object.keys(CHOICES.optimizer.values),
  ...offeredValues('family'),
  ...[1, 2, 3, 4].map((layers) => `${layers} layers`),
  ...['one sequence', 'several sequences', 'in halves', 'in uneven halves'],
  ...['eager', 'compiled', 'patient'].flatMap((name) => [`first ${name}`, `again ${name}`]),
  ...['first one by one', 'again one by one', 'first up to sixteen', 'again up to sixteen'],
  ...['lesson', 'lesson at random lengths', 'in order', 'at random', 'missing targets', 'jumps of time'],
  ...['several inputs', 'several outputs', 'evaluated', 'updates before', 'slots younger than the weights'],
  ...LIVE_SETTINGS.flatMap((name) => [`${name} before the moment`, `${name} after it`]),
  ...[
    'moment at the beginning',
    'moment within sixteen',
    'read as snapshot',
    'read as view',
    'read as hold',
    'read as packed',
  ],
  'with a stop',
  ...['frozen', 'reset', 'carried'].flatMap((state) => [
    `${state} and wiped before the moment`,
    `${state} and wiped after it`,
  ]),
  ...['weight', 'shifted', 'unit'].flatMap((kind) => [
    `${kind} touched before the moment`,
    `${kind} touched after it`,
  ]),
  ...['wiped and touched', 'changed and touched'],
]

/** What a case is among these. */
export function kindsOf(aCase: ReplayCase): readonly string[] {
  const { begin, series, first, again, before, until, events, kept, stop, wipes, touches } = aCase
  const { network, training, data } = begin
  const halves = isInHalves(networkOf(begin), training.batch)
  const is = (so: boolean, kind: string) => (so ? [kind] : [])
  const how = (name: string, { engine, perCall }: typeof first) => [
    `${name} ${engine}`,
    ...is(perCall.join() === '1', `${name} one by one`),
    ...is(perCall.includes(16), `${name} up to sixteen`),
  ]
  return [
    ...[network.cell, training.optimizer, network.family, `${network.layers} layers`],
    training.batch === 1 ? 'one sequence' : 'several sequences',
    ...is(halves, 'in halves'),
    ...is(halves && training.batch % 2 === 1, 'in uneven halves'),
    ...how('first', first),
    ...how('again', again),
    ...(series
      ? [
          data.order === 'random' ? 'at random' : 'in order',
          ...is(series.missingTargets > 0, 'missing targets'),
          ...is(series.jumps.length > 0, 'jumps of time'),
          ...is(series.inputs > 1, 'several inputs'),
          ...is(series.outputs > 1, 'several outputs'),
          ...is((openedSource(aCase).series?.stretches.validation.length ?? 0) > 0, 'evaluated'),
        ]
      : ['lesson', ...is(data.span === 'random', 'lesson at random lengths')]),
    ...is(before.updatesDone > 0, 'updates before'),
    ...is(before.slotUpdates < before.updatesDone, 'slots younger than the weights'),
    ...events.flatMap(({ update, changes }) => {
      const when = update <= before.updatesDone + until ? 'before the moment' : 'after it'
      return Object.keys(changes).map((name) => `${name} ${when}`)
    }),
    ...is(until === 0, 'moment at the beginning'),
    ...is(until % 16 !== 0, 'moment within sixteen'),
    `read as ${kept}`,
    ...is(stop > 0, 'with a stop'),
    ...wipes.map((update) => {
      const { carryState, freezeState } = settingsOf(aCase)(update).training
      const state = carryState ? (freezeState ? 'frozen' : 'carried') : 'reset'
      return `${state} and wiped ${update <= before.updatesDone + until ? 'before the moment' : 'after it'}`
    }),
    ...touches.flatMap(({ update, touches: all }) => [
      ...all.map(
        ({ kind }) =>
          `${kind} touched ${update <= before.updatesDone + until ? 'before the moment' : 'after it'}`,
      ),
      ...is(wipes.includes(update), 'wiped and touched'),
      ...is(
        events.some((event) => event.update === update),
        'changed and touched',
      ),
    ]),
  ]
}
