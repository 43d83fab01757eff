import { float32Text } from '@contract/float32-text'
import { padStart } from '@contract/language/display-width'
import type { Say } from '@contract/language/say'
import type { Sizes } from '@contract/settings/source-config'
import { pythonList, pythonRows, pythonString } from './literals'
import type { ScriptFacts } from './script-facts'
import type { ScriptWindow } from './script-window'

/*
 * The parts that the scripts for PyTorch and for Keras have in common. Nothing of a file's name gets into a comment,
 * where a line break in it would end the comment.
 */

/** A text as comments: one for each of its lines. */
export function comment(text: string, indent = 0): string {
  return text
    .split('\n')
    .map((line) => `${' '.repeat(indent)}# ${line}`)
    .join('\n')
}

/** Says what the script is for, and finds the weight file beside it. */
export function heading(
  say: Say,
  library: string,
  packages: string,
  imports: readonly string[],
  file: string,
): string {
  return `${comment(say('script.about', { library, packages }))}
import os
import sys

HERE = os.path.dirname(os.path.realpath(__file__))
${comment(say('script.onlyInstalled'))}
sys.path = [folder for folder in sys.path if folder != HERE]

${imports.join('\n')}

WEIGHTS = os.path.join(HERE, ${pythonString(file)})
`
}

/** The numbers of the window, the states before it, and what Unroll predicts. */
export function windowData({ say, window, batch, ofLesson, network }: ScriptFacts): string {
  const { times, inputs, targets, states, predictions } = window
  const [h, c] = states
  const layers = h?.shape[0] ?? 1
  const carried = (values: Float32Array | undefined) => values && pythonRows(values, layers)
  const ofTime = (values: Float32Array, features: number) =>
    features === 1 ? pythonList(values) : pythonRows(values, times.length)
  return `${comment(place(say, window, { batch, ofLesson }))}
${comment(ofLesson ? say('script.curves') : say('script.seriesNumbers'))}
TIMES = ${pythonList(times)}
INPUTS = ${ofTime(inputs, network.inputs)}
TARGETS = ${ofTime(targets, network.outputs)}
${comment(c ? say('script.statesBefore') : say('script.hiddenBefore'))}
HIDDEN = ${carried(h?.values)}
${c ? `CELL = ${carried(c.values)}\n` : ''}${comment(say('script.predicted'))}
UNROLL = ${ofTime(predictions, network.outputs)}
`
}

/** Which window it is, and why its predictions may be others than those of the plot. */
function place(
  say: Say,
  { update, made, times }: ScriptWindow,
  { batch, ofLesson }: Pick<ScriptFacts, 'batch' | 'ofLesson'>,
): string {
  const [from = '', to = ''] = [times[0] ?? 0, times.at(-1) ?? 0].map(float32Text)
  const values = { update, from, to, batch, lesson: ofLesson }
  return made ? say('script.lastWindow', values) : say('script.nextWindow', values)
}

/**
 * Prints the table and the largest difference.
 *
 * @param difference an expression for it; `predictions` are there as an array or a tensor: of as many numbers as there are
 * time steps for one output, of as many rows for several
 */
export function printing(say: Say, { inputs, outputs }: Sizes, difference: string): string {
  const titles = [
    ...titlesOf(say('script.input'), inputs),
    ...titlesOf(say('script.target'), outputs),
    ...titlesOf(say('script.prediction'), outputs),
  ]
  const figures = [...figuresOf('x', inputs), ...figuresOf('y', outputs), ...figuresOf('p', outputs)]
  return `print(${pythonString(`${'t'.padStart(12)} ${titles.join(' ')}`)})
for t, x, y, p in zip(TIMES, INPUTS, TARGETS, predictions.tolist()):
    print(f"{t:12.6f} ${figures.join(' ')}")
print(${pythonString(say('script.largestDifference', { figure: '{:.1e}' }))}.format(${difference}))
`
}

/** Columns that a number in the table has: more where its title counts. */
function widthOf(count: number): number {
  return count === 1 ? 10 : 13
}

/** `input` for one, `input 1`, `input 2` … for several. */
function titlesOf(title: string, count: number): string[] {
  const titles = count === 1 ? [title] : Array.from({ length: count }, (_, i) => `${title} ${i + 1}`)
  return titles.map((each) => padStart(each, widthOf(count)))
}

/** What stands in the table: a number, or each of a list. */
function figuresOf(name: string, count: number): string[] {
  if (count === 1) return [`{${name}:${widthOf(count)}.6f}`]
  return Array.from({ length: count }, (_, i) => `{${name}[${i}]:${widthOf(count)}.6f}`)
}
