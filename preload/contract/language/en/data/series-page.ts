import { counted } from '../../english'
import type { Words } from '../../words'

/** What a sentence tells of a series, beside its columns. */
type Cut = { window: number; windows: number | null }

/** What a series is, on the page: the tabs over it, what is learned from it and how it is cut. */
export const seriesPage = {
  'seriesPage.tabs': 'What is shown',
  'seriesPage.learning': 'Learning',
  'seriesPage.data': 'Data',

  'seriesPage.predicts': (
    {
      inputs,
      targets,
      window,
      horizon,
      windows,
    }: Cut & { inputs: readonly string[]; targets: readonly string[]; horizon: number },
    words: Words,
  ) =>
    `From ${counted(window, 'value')} of ${words.quotedList(inputs)}, say ${words.quotedList(targets)} ${later(horizon)}${withWindows(windows)}.`,
  'seriesPage.ownFuture': (
    { names, window, horizon, windows }: Cut & { names: readonly string[]; horizon: number },
    words: Words,
  ) =>
    `From ${counted(window, 'value')} of ${words.quotedList(names)}, say what comes ${later(horizon)}${withWindows(windows)}.`,
  'seriesPage.translates': (
    { inputs, targets, window, windows }: Cut & { inputs: readonly string[]; targets: readonly string[] },
    words: Words,
  ) =>
    `Translate ${words.quotedList(inputs)} into ${words.quotedList(targets)}, ${counted(window, 'time step')} at a time${withWindows(windows)}.`,

  'seriesPage.inputs': 'Inputs',
  'seriesPage.targets': 'Targets',
  'seriesPage.columns': ({ names }: { names: readonly string[] }, words: Words) =>
    words.list(names.map(words.quote)),
  'seriesPage.targetsLater': (
    { names, horizon }: { names: readonly string[]; horizon: number },
    words: Words,
  ) => {
    const list = words.list(names.map(words.quote))
    return horizon === 0 ? `${list}, at the same time step` : `${list}, ${later(horizon)}`
  },
  'seriesPage.windows': 'Windows',
  'seriesPage.windowsDrawn': ({ window, batch }: { window: number; batch: number }) =>
    `${counted(window, 'time step')} each, from anywhere in the training part, ${sideBySide(batch)}`,
  'seriesPage.windowsInOrder': ({
    window,
    stride,
    batch,
  }: {
    window: number
    stride: number
    batch: number
  }) =>
    `${counted(window, 'time step')} each, in order of time, a new one every ${stride === 1 ? 'time step' : counted(stride, 'time step')}, ${sideBySide(batch)}`,
  'seriesPage.parts': 'Parts',
  'seriesPage.partsCut': (
    { train, validation, test }: { train: number; validation: number; test: number },
    words: Words,
  ) =>
    `training part ${words.number(train)}%, then validation part ${words.number(validation)}%, then test part ${words.number(test)}%`,
  'seriesPage.watch': 'What to watch',
  'seriesPage.fileName': ({ name }: { name: string }) => name,
}

function later(horizon: number): string {
  return horizon === 1 ? 'one time step later' : `${counted(horizon, 'time step')} later`
}

function withWindows(windows: number | null): string {
  return windows === null ? '' : `: ${counted(windows, 'window')}`
}

function sideBySide(batch: number): string {
  return batch === 1 ? 'one at a time' : `${counted(batch, 'window')} side by side`
}
