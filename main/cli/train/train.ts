import { exportRefusal } from '@contract/files/export-refusal'
import { sayIn } from '@contract/language/say'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import type { Result } from '@contract/result'
import { memoryConcern, memoryNeed } from '@contract/run/memory-need'
import { earlyEnd } from '@contract/run/phases'
import { presetOf } from '@contract/settings/presets'
import { setupCode } from '@contract/setup/setup-code'
import { freeMemory } from '../../disk/free-memory'
import type { FindSeries } from '../../trainer/data/source/source'
import { readInPlace, type WeightReader } from '../../trainer/reading/reader'
import { EXIT } from '../base/exit-code'
import { writeText } from '../base/output-file'
import { checkOutputs, type Output, outputsOf } from '../base/outputs'
import type { Terminal } from '../base/terminal'
import { drawFigure } from '../picture/figure'
import { figureWords } from '../picture/figure-words'
import { createPicture, type Picture } from '../picture/picture'
import { rescue } from './rescue'
import { scoreJson, scoreLines } from './score-lines'
import { createTableCollector, type TableCollector } from './table'
import type { TrainOptions } from './train-options'
import { type Ending, openTraining, type Training } from './training'
import { columns, jsonLinesOf } from './update-lines'

/**
 * Trains as it is asked to, tells every update, and writes what is to be written: at the end, or when it is told to
 * stop before.
 *
 * @param find what finds its series
 * @returns the exit code of the process
 */
export async function train(
  options: TrainOptions,
  terminal: Terminal,
  read: WeightReader = readInPlace,
  find?: FindSeries,
): Promise<number> {
  // Better to hear of it now than after an hour of training.
  const possible = await checkOutputs(filesOf(options, terminal), options.force)
  if (!possible.ok) return refuse(possible.error.text, terminal)
  const training = await openTraining(options, terminal, read, find)
  if (!training.ok) return refuse(training.error.text, terminal)
  for (const { choice } of options.saves) {
    const impossible = exportRefusal(choice.format, { phase: 'ready', config: training.value.config })
    if (impossible) return refuse(impossible.text, terminal)
  }
  const { description, config } = training.value
  const concern = memoryConcern(memoryNeed(description.parameterCount, config), freeMemory())
  if (concern !== null) terminal.warn(concern)
  let stoppedBy: number | null = null
  const callOff = terminal.onStop((exitCode) => {
    stoppedBy = exitCode
    if (exitCode === EXIT.fault) training.value.abandon()
    else training.value.stop()
  })
  const outcome: Outcome = {
    picture: options.figure === null ? null : createPicture(description.facts),
    table: options.saves.some(({ choice }) => choice.format === 'csv')
      ? createTableCollector(description.facts)
      : null,
  }
  const shown = { ...options, preset: options.preset ?? presetOf(training.value.config) }
  const faults: unknown[] = []
  // A bug in telling of the updates is no reason to lose what was trained.
  const ending = await tell(training.value, shown, outcome, terminal).catch((error: unknown) => {
    faults.push(error)
    return training.value.now()
  })
  // What broke, or was told to end at once, is not judged.
  if (faults.length === 0 && ending.phase !== 'diverged') await judge(training.value, options, terminal)
  const good = await write(training.value, shown, ending, outcome, terminal)
  callOff()
  if (faults.length > 0) throw faults[0]
  if (!good) return EXIT.failed
  return stoppedBy ?? EXIT.done
}

/** Every file that will be written. */
export function filesOf({ saves, figure }: TrainOptions, terminal: Terminal): readonly Output[] {
  const saved = saves.flatMap(({ file, choice }) => outputsOf(terminal.pathOf(file), choice))
  return figure === null ? saved : [...saved, { path: terminal.pathOf(figure), beside: null }]
}

/** What is gathered of the updates, where it is asked for. */
type Outcome = { readonly picture: Picture | null; readonly table: TableCollector | null }

/** Lets it run to its end, with a line for every update. */
async function tell(
  training: Training,
  options: TrainOptions,
  { picture, table }: Outcome,
  terminal: Terminal,
): Promise<Ending> {
  const { summary, parameterCount } = training.description
  const { facts } = training.description
  const { source, validationPercent } = training.config.data
  const validated = source.kind === 'series' && validationPercent > 0
  const runningMean = options.preset?.showsRunningMean ?? false
  const { title, line } = options.json
    ? jsonLinesOf(facts)
    : columns({ runningMean, validated, facts }, sayIn(terminal.language))
  if (title !== null) {
    await terminal.say(text('train.network', { network: summary, parameters: parameterCount }))
    const code = setupCode(training.config)
    if (code.ok) await terminal.say(text('train.setupCode', { code: code.value }))
    await terminal.say(title)
  }
  return training.run(async (records) => {
    for (const record of records) {
      picture?.add(record)
      table?.add(record)
    }
    await terminal.say(records.map(line).join('\n'))
  })
}

/** Says how good the network of a series is: as the last lines, or as the last line of JSON. */
async function judge(training: Training, { json }: TrainOptions, terminal: Terminal): Promise<void> {
  const scores = await training.scores()
  if (!scores) return
  const lines = json ? [scoreJson(scores)] : scoreLines(scores, sayIn(terminal.language))
  await terminal.say(lines.join('\n'))
}

/** Writes the files and says so; false when something went wrong, which it says too. */
async function write(
  training: Training,
  { saves, figure, force, preset }: TrainOptions,
  ending: Ending,
  { picture, table }: Outcome,
  terminal: Terminal,
): Promise<boolean> {
  const { phase, updatesDone } = ending
  const diverged = phase === 'diverged'
  const early = earlyEnd(ending)
  if (early !== null) terminal.warn(early)
  if (diverged) terminal.warn(text('train.diverged', { update: updatesDone + 1, unsaved: saves.length > 0 }))
  const results: Result<Text>[] = []
  const weights: Result<Text>[] = []
  for (const { file, choice } of saves) {
    const path = terminal.pathOf(file)
    // The updates before the one that failed can still be looked at.
    if (choice.format === 'csv') {
      if (table) results.push(await training.saveTable(path, table.table()))
    } else if (!diverged) {
      const saved = await training.save(
        path,
        { ...choice, format: choice.format },
        force ? 'replace' : 'keep',
      )
      weights.push(saved)
      results.push(saved)
    }
  }
  if (figure !== null && picture) {
    const svg = drawFigure({
      series: picture.series(),
      title: training.description.summary,
      words: figureWords(training.description.facts, sayIn(terminal.language)),
      yRange: preset?.yRange,
    })
    results.push(await writeText(terminal.pathOf(figure), svg))
  }
  // What is in memory alone is lost with the process.
  if (weights.length > 0 && weights.every(({ ok }) => !ok)) results.push(await rescue(training, terminal))
  for (const result of results) terminal.warn(result.ok ? result.value : result.error.text)
  return !diverged && results.every(({ ok }) => ok)
}

function refuse(sentence: Text, terminal: Terminal): number {
  terminal.warn(sentence)
  return EXIT.refused
}
