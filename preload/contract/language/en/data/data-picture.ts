import { counted } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'

/** A stretch of rows, counted from 1, with the times of the first and the last of them where they have any. */
type Rows = { first: number; last: number; from: Text | null; to: Text | null }

/** The Data tab: a whole series as a picture, and what the settings make of it. */
export const dataPicture = {
  'dataPicture.title': 'The whole series',
  'dataPicture.coming': 'The series is being looked at …',
  'dataPicture.hint':
    'Wheel to zoom, drag to scroll, point to read; the handles above cut the parts elsewhere',
  'dataPicture.keys':
    'Arrow keys read one row after the other, Page Up and Page Down a twentieth of what is in sight, Home and End the first and the last. Shift with an arrow key scrolls, plus and minus zoom, F goes to the newest window, 0 shows all.',
  'dataPicture.picture': 'The series over its whole time',
  'dataPicture.sum': ({ rows, columns }: { rows: number; columns: number }) =>
    `${counted(columns, 'column')}, ${counted(rows, 'time step')}`,
  'dataPicture.rows': 'row',
  'dataPicture.column': 'Column that is shown',
  'dataPicture.everyColumn': ({ count }: { count: number }, words: Words) =>
    `the first ${words.number(count)} columns`,
  'dataPicture.inputCurve': 'input',
  'dataPicture.targetCurve': 'target',
  'dataPicture.seen': 'seen by the newest update',
  'dataPicture.trainingRange': 'ends of what training has',
  'dataPicture.missingRows': 'missing',
  'dataPicture.jump': 'jump of time',
  'dataPicture.reading': (
    {
      part,
      values,
      ...rows
    }: Rows & {
      part: Text
      values: readonly { name: string; least: number | null; greatest: number | null }[]
    },
    words: Words,
  ) => {
    const read = values.map(({ name, least, greatest }) => {
      if (least === null || greatest === null) return `${words.quote(name)} missing`
      const range =
        least === greatest ? words.number(least) : `${words.number(least)} to ${words.number(greatest)}`
      return `${words.quote(name)} ${range}`
    })
    return [stretch(rows, words), words.say(part), ...read].join('   ')
  },
  'dataPicture.presentWindow': (
    { update, others, ...rows }: Rows & { update: number; others: number },
    words: Words,
  ) => {
    const { from, to } = rows
    const times = from === null || to === null ? '' : ` (${words.say(from)} to ${words.say(to)})`
    const beside = others === 0 ? '' : ` and ${counted(others, 'other window')}`
    return `update ${words.number(update)} saw ${stretch({ ...rows, from: null }, words)}${times}${beside}`
  },

  'dataPicture.pinnedRow': ({ row, time }: { row: number; time: Text | null }, words: Words) =>
    `pinned: row ${words.number(row)}${time === null ? '' : ` (${words.say(time)})`}`,
  'dataPicture.train': 'training part',
  'dataPicture.validation': 'validation part',
  'dataPicture.test': 'test part',
  'dataPicture.share': (
    { part, percent, rows }: { part: Text; percent: number; rows: number },
    words: Words,
  ) => `${words.say(part)} ${words.number(percent)}%, ${counted(rows, 'time step')}`,
  'dataPicture.percent': ({ percent }: { percent: number }, words: Words) => `${words.number(percent)}%`,
  'dataPicture.trainEnd': 'End of the training part',
  'dataPicture.validationEnd': 'End of the validation part',
  'dataPicture.cutAt': (
    { percent, row, time }: { percent: number; row: number; time: Text | null },
    words: Words,
  ) =>
    `${words.number(percent)}% of the series, after row ${words.number(row)}${time === null ? '' : `, ${words.say(time)}`}`,
  'dataPicture.cutWaits':
    'The run still learns from the parts as they were: Reset makes a new run with these.',

  'dataPicture.autocorrelation': 'Autocorrelation',
  'dataPicture.autocorrelationOf': ({ name }: { name: string }) => `Autocorrelation of ${name}`,
  'dataPicture.ofTarget': 'Target that is shown',
  'dataPicture.autocorrelationPicture': (
    { name, likeness }: { name: string; likeness: Text },
    words: Words,
  ) => `Autocorrelation of ${words.quote(name)}. ${words.say(likeness)}`,
  'dataPicture.later': 'time steps later',
  'dataPicture.correlation': 'correlation',
  'dataPicture.windowMark': ({ window }: { window: number }, words: Words) =>
    `window ${words.number(window)}`,
  'dataPicture.horizonMark': ({ horizon }: { horizon: number }, words: Words) =>
    `horizon ${words.number(horizon)}`,
  'dataPicture.seasonMark': ({ season }: { season: number }, words: Words) =>
    `season ${words.number(season)}`,
  'dataPicture.by': ({ rows, isWhole }: { rows: number; isWhole: boolean }) =>
    isWhole
      ? `By the ${counted(rows, 'time step')} of the training part alone.`
      : `By the newest ${counted(rows, 'time step')} of the training part alone.`,
  'dataPicture.chance': 'Grey: where a series without memory stays at 95 of 100 distances.',
  'dataPicture.season': (
    { season, window, seen }: { season: number; window: number; seen: number },
    words: Words,
  ) =>
    `The series is like itself again after ${counted(season, 'time step')}; a window of ${words.number(window)} sees ${wholeOnes(seen, words)}.`,
  'dataPicture.likeness': ({ steps }: { steps: number }) =>
    `It has no season; it is more like itself than chance for ${counted(steps, 'time step')}.`,
  'dataPicture.longLikeness': ({ steps }: { steps: number }) =>
    `It has no season; even ${counted(steps, 'time step')} later it is more like itself than chance.`,
  'dataPicture.noMemory':
    'One time step later it is not more like itself than chance: it seems to have no memory.',
  'dataPicture.fewKnown': ({ known, rows }: { known: number; rows: number }, words: Words) =>
    `Of ${counted(rows, 'value')} only ${words.number(known)} are known: whether one is like the one before it cannot be told.`,
  'dataPicture.noLikeness':
    'It has no autocorrelation: in the training part fewer than two values are known, or all are equal.',

  'dataPicture.scaling': 'What scaling does',
  'dataPicture.scalingRule':
    'The network sees (value − offset) / scale. Both come from the training part alone.',
  'dataPicture.unscaled': 'Nothing is scaled: the network sees the numbers as they are.',
  'dataPicture.name': 'Column',
  'dataPicture.role': 'Used as',
  'dataPicture.offset': 'Offset',
  'dataPicture.scale': 'Scale',
  'dataPicture.ownRange': 'In its own unit',
  'dataPicture.trainingSeen': 'Seen in training',
  'dataPicture.laterSeen': 'Seen after it',
  'dataPicture.isInput': 'input',
  'dataPicture.isTarget': 'target',
  'dataPicture.isBoth': 'input and target',
  'dataPicture.range': ({ least, greatest }: { least: number; greatest: number }, words: Words) =>
    `${words.number(least)} to ${words.number(greatest)}`,
  'dataPicture.value': ({ value }: { value: number }, words: Words) => words.number(value),
  'dataPicture.nothing': '–',
  'dataPicture.outside': ({ outside, of }: { outside: number; of: number }, words: Words) =>
    `${words.number(outside)} of ${counted(of, 'value')} outside of it`,

  'dataPicture.windows': 'Windows',
  'dataPicture.oneUpdate': (
    { batch, window, inputs, targets }: { batch: number; window: number; inputs: number; targets: number },
    words: Words,
  ) =>
    `One update sees ${shape(batch, window, inputs, words)}: ${counted(batch, 'window')}, ${counted(window, 'time step')}, ${counted(inputs, 'input')}. It says ${shape(batch, window, targets, words)}: ${counted(targets, 'output')} at every time step.`,
  'dataPicture.inOrder': ({ count, stride }: { count: number; stride: number }) =>
    `The training part has ${counted(count, 'window')}, one every ${counted(stride, 'time step')}.`,
  'dataPicture.carried':
    'The hidden state is carried on, so that each window begins where the one before it ends.',
  'dataPicture.anywhere': ({ count }: { count: number }) =>
    `In the training part a window can begin at ${counted(count, 'row')}; each is drawn at random.`,
  'dataPicture.pairs': ({ pairs }: { pairs: number }) =>
    `All ${counted(pairs, 'pair')} of inputs and target can be used.`,
  'dataPicture.lostPairs': ({ lost, pairs }: { lost: number; pairs: number }, words: Words) =>
    `Of ${counted(pairs, 'pair')} of inputs and target, ${words.number(lost)} cannot be used:`,
  'dataPicture.lostWhy': ({ pairs, why }: { pairs: number; why: Text }, words: Words) =>
    `${words.number(pairs)}: ${words.say(why)}`,
  'dataPicture.gaps': ({ count }: { count: number }) =>
    `Time jumps at ${counted(count, 'place')}; no window goes over a jump.`,
  'dataPicture.missing': (
    { name, missing, rows }: { name: string; missing: number; rows: number },
    words: Words,
  ) => `${words.quote(name)} lacks ${words.number(missing)} of ${counted(rows, 'value')}.`,
}

function stretch({ first, last, from, to }: Rows, words: Words): string {
  const rows =
    first === last ? `row ${words.number(first)}` : `rows ${words.number(first)} to ${words.number(last)}`
  if (from === null || to === null) return rows
  return first === last ? `${rows}   ${words.say(from)}` : `${rows}   ${words.say(from)} to ${words.say(to)}`
}

function wholeOnes(count: number, words: Words): string {
  if (count === 0) return 'no whole one'
  return count === 1 ? 'one of them' : `${count === 2 ? 'two' : words.number(count)} of them`
}

function shape(batch: number, window: number, columns: number, words: Words): string {
  return `[${[batch, window, columns].map(words.number).join(' × ')}]`
}
