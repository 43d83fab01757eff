import { float32Text } from '@contract/float32-text'
import { counted } from '@contract/words'
import { pythonLayers, pythonList, pythonString } from './literals'
import type { ScriptWindow } from './script-window'

/*
 * The parts that the scripts for PyTorch and for Keras have in common. Nothing of a file's name gets into a comment,
 * where a line break in it would end the comment.
 */

/** Says what the script is for, and finds the weight file beside it. */
export function heading(library: string, packages: string, imports: readonly string[], file: string): string {
  return `# Written by Unroll. Rebuilds its network in ${library}, loads the weights from the file beside this script, and
# predicts one window. An installation without a GPU is enough: pip install ${packages}
import os
import sys

HERE = os.path.dirname(os.path.realpath(__file__))
# Only installed packages are imported: a file that lies here may happen to have the name of one.
sys.path = [folder for folder in sys.path if folder != HERE]

${imports.join('\n')}

WEIGHTS = os.path.join(HERE, ${pythonString(file)})
`
}

/** The numbers of the window, the states before it, and what Unroll predicts. */
export function windowData(window: ScriptWindow, batch: number): string {
  const { times, inputs, targets, states, predictions } = window
  const [h, c] = states
  const layers = h?.shape[0] ?? 1
  const carried = (values: Float32Array | undefined) => values && pythonLayers(values, layers)
  return `${comment(window, batch)}
# Here are t in radians, what the network sees (sin t), and what it should say (cos t).
TIMES = ${pythonList(times)}
INPUTS = ${pythonList(inputs)}
TARGETS = ${pythonList(targets)}
# ${c ? 'The hidden state h and the cell state c' : 'The hidden state h'} before the window, a list for each layer.
HIDDEN = ${carried(h?.values)}
${c ? `CELL = ${carried(c.values)}\n` : ''}# What Unroll predicts for the window with the weights in the file.
UNROLL = ${pythonList(predictions)}
`
}

/** Which window it is, and why its predictions may be others than those of the plot. */
function comment({ update, made, times }: ScriptWindow, batch: number): string {
  const [from, to] = [times[0] ?? 0, times.at(-1) ?? 0].map(float32Text)
  const shown = batch > 1 ? `, the first of ${counted(batch, 'sequence')}` : ''
  const where = `t from ${from} to ${to}${shown}`
  if (made)
    return `# The last window that an update was made on: update ${update}, ${where}.
# The states are those that were carried into it. The weights are those from after the update, so
# the plot in Unroll, which shows predictions from before it, may differ.`
  return `# The window of the next update: update ${update}, ${where}.
# The run has made none since it was opened, so the states are its present ones. "One update" in
# Unroll predicts the same before it changes the weights.`
}

/**
 * Prints the table and the largest difference.
 *
 * @param difference an expression for it; `predictions` are there as an array or a tensor of as many numbers
 */
export function printing(difference: string): string {
  return `print(f"{'t':>12} {'input':>10} {'target':>10} {'prediction':>10}")
for t, x, y, p in zip(TIMES, INPUTS, TARGETS, predictions.tolist()):
    print(f"{t:12.6f} {x:10.6f} {y:10.6f} {p:10.6f}")
print(f"largest difference to Unroll's predictions: {${difference}:.1e}")
`
}
