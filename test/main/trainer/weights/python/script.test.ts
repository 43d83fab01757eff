import type { Scalers } from '@contract/data/scaler'
import type { WeightsChoice } from '@contract/files/weight-formats'
import type { Language } from '@contract/language/languages'
import { sayIn } from '@contract/language/say'
import { LESSON } from '@contract/settings/lesson'
import type { Settings } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import { describe, expect, it } from 'vitest'
import { initialWeights } from '../../../../../main/trainer/network/initial-weights'
import { stateShapes } from '../../../../../main/trainer/network/shape/cell-shapes'
import { networkOf } from '../../../../../main/trainer/network/shape/network-of'
import { freshSnapshot, trainingOf } from '../../../../../main/trainer/training/snapshot/fresh-snapshot'
import { pythonScript } from '../../../../../main/trainer/weights/python/script'
import type { ScriptWindow } from '../../../../../main/trainer/weights/python/script-window'
import { drawnWeights } from '../drawn-weights'
import { arrayOf } from '../samples'

type Form = Pick<WeightsChoice, 'format' | 'names'>
const TORCH: Form = { format: 'safetensors', names: 'pytorch' }
const KERAS: Form = { format: 'keras', names: 'pytorch' }

function scriptOf(
  form: Form,
  changes: Partial<Settings> = {},
  name = 'run.bin',
  made = true,
  language: Language = 'en',
  scalers?: Scalers,
): string | null {
  const config = withSettings(LESSON, { hiddenUnits: 3, ...changes })
  const window: ScriptWindow = {
    update: 61,
    made,
    times: Float32Array.of(Math.PI, 4),
    inputs: Float32Array.of(0.5, 0.25),
    targets: Float32Array.of(-1, 0),
    states: stateShapes(networkOf(config), 1).map((shape, i) => arrayOf(shape, 10 * i + 1.5)),
    predictions: Float32Array.of(0.1, -0.2),
  }
  return pythonScript(
    form,
    name,
    {
      config,
      snapshot: freshSnapshot(initialWeights(networkOf(config)), trainingOf(config)),
      ...(scalers && { scalers }),
    },
    window,
    sayIn(language),
  )
}

describe('the script beside a file', () => {
  it('has the numbers of the window, the states and the predictions', () => {
    const text = scriptOf(TORCH, { cell: 'lstm', layers: 2 })
    for (const line of [
      'TIMES = [3.1415927, 4.0]',
      'INPUTS = [0.5, 0.25]',
      'TARGETS = [-1.0, 0.0]',
      'HIDDEN = [\n    [1.5, 2.0, 3.0],\n    [4.0, 5.0, 6.0],\n]',
      'CELL = [\n    [11.5, 2.0, 3.0],\n    [4.0, 5.0, 6.0],\n]',
      'UNROLL = [0.1, -0.2]',
      'WEIGHTS = os.path.join(HERE, "run.bin")',
    ])
      expect(text).toContain(`${line}\n`)
    expect(scriptOf(TORCH)).not.toContain('CELL')
  })

  it('forecasts from a table where the network says all that it sees, by its columns and their scaling', () => {
    const source = {
      kind: 'series',
      origin: { kind: 'made', name: 'lorenz' },
      inputs: ['y', 'a "b"'],
      targets: ['a "b"', 'z', 'y'],
    } as const
    const scalers = {
      inputs: [
        { offset: 0.1, scale: 2 },
        { offset: -3, scale: 1e-7 },
      ],
      targets: [
        { offset: -3, scale: 1e-7 },
        { offset: 0, scale: 1 },
        { offset: 0.1, scale: 2 },
      ],
    }
    const own = { source, horizon: 2, window: 12, carryState: false }
    for (const form of [TORCH, KERAS]) {
      const text = scriptOf(form, own, 'run.bin', true, 'en', scalers)
      for (const line of [
        'INPUT_COLUMNS = ["y", "a \\"b\\""]',
        'TARGET_COLUMNS = ["a \\"b\\"", "z", "y"]',
        'INPUT_SCALERS = [(0.1, 2), (-3, 1e-7)]',
        'TARGET_SCALERS = [(-3, 1e-7), (0, 1), (0.1, 2)]',
        'HORIZON = 2',
        'LONGEST_WARM_UP = 12',
        'LARGEST = 1e+30',
        '    return tuple(row for row, step in enumerate(steps) if step > 1.5 * usual)',
        '            sys.exit("Line {} of the table should have {} cells, as the first row has, but has {}; separate all cells by commas.".format(line, len(names), len(cells)))',
      ])
        expect(text).toContain(`${line}\n`)
      expect(text).toMatch(/^MISSING = \{"", "na", "n\/a", .*"\\\\n"\}$/m)
      expect(scriptOf(form, { ...own, carryState: true }, 'run.bin', true, 'en', scalers)).toContain(
        'LONGEST_WARM_UP = 1000\n',
      )
      expect(text).not.toContain('steps = HORIZON')
      // What an input would be beyond the horizon nobody says: as far as that it goes, and says why no further.
      const narrow = { ...own, source: { ...source, targets: ['z', 'y'] } }
      expect(scriptOf(form, narrow, 'run.bin', true, 'en', scalers)).toContain(
        '    if steps > HORIZON:\n        print("The forecast ends after 2 time steps, as far as the known inputs reach: \\"a \\\\\\"b\\\\\\"\\" is no target',
      )
      expect(scriptOf(form, { ...own, horizon: 0 }, 'run.bin', true, 'en', scalers)).not.toContain(
        'def forecast',
      )
      expect(scriptOf(form, own)).not.toContain('def forecast')
      expect(scriptOf(form)).not.toContain('sys.argv')
    }
  })

  it.each([
    [{}, 'torch.nn.RNN(input_size=1, hidden_size=3, batch_first=True)'],
    [
      { cell: 'rnn-relu', layers: 2 },
      'torch.nn.RNN(input_size=1, hidden_size=3, num_layers=2, nonlinearity="relu", batch_first=True)',
    ],
    [{ cell: 'gru', hiddenUnits: 5 }, 'torch.nn.GRU(input_size=1, hidden_size=5, batch_first=True)'],
    [
      { cell: 'lstm', layers: 4 },
      'torch.nn.LSTM(input_size=1, hidden_size=3, num_layers=4, batch_first=True)',
    ],
  ] as const)("rebuilds %o in PyTorch's words", (changes, module) => {
    for (const format of ['safetensors', 'npz'] as const)
      expect(scriptOf({ format, names: 'pytorch' }, changes)).toContain(`self.rnn = ${module}\n`)
  })

  it.each([
    [{}, 'SimpleRNN(3, return_sequences=True)'],
    [{ cell: 'rnn-relu' }, 'SimpleRNN(3, activation="relu", return_sequences=True)'],
    [{ cell: 'gru', layers: 3 }, 'GRU(3, reset_after=True, return_sequences=True)'],
    [{ cell: 'lstm', layers: 2 }, 'LSTM(3, return_sequences=True)'],
  ] as const)("rebuilds %o in Keras's words", (changes, layer) => {
    const { layers } = withSettings(LESSON, changes).network
    for (const form of [KERAS, { format: 'npz', names: 'keras' }] as const)
      expect(scriptOf(form, changes)?.split(`    keras.layers.${layer},\n`)).toHaveLength(layers + 1)
  })

  it('has a list for each time step where there are several numbers, and a column for each in its table', () => {
    const { config, snapshot } = drawnWeights({ cell: 'gru', inputs: 3, outputs: 2 })
    const window: ScriptWindow = {
      ...{ update: 1, made: true, times: Float32Array.of(0, 1) },
      inputs: Float32Array.of(1, 2, 3, 4, 5, 6),
      targets: Float32Array.of(7, 8, 9, 10),
      states: stateShapes(snapshot.network, 1).map((shape) => arrayOf(shape)),
      predictions: Float32Array.of(0.5, 1.5, 2.5, 3.5),
    }
    for (const form of [TORCH, KERAS]) {
      const text = pythonScript(form, 'run.bin', { config, snapshot }, window, sayIn('en'))
      for (const line of [
        'INPUTS = [\n    [1.0, 2.0, 3.0],\n    [4.0, 5.0, 6.0],\n]',
        'TARGETS = [\n    [7.0, 8.0],\n    [9.0, 10.0],\n]',
        'UNROLL = [\n    [0.5, 1.5],\n    [2.5, 3.5],\n]',
        '    print(f"{t:12.6f} {x[0]:13.6f} {x[1]:13.6f} {x[2]:13.6f} {y[0]:13.6f} {y[1]:13.6f} {p[0]:13.6f} {p[1]:13.6f}")',
      ])
        expect(text).toContain(`${line}\n`)
      expect(text).toContain('reshape(1, -1, 3)')
      expect(text).toContain('update 1, time steps 0 to 1 of the series.\n')
      expect(text).toContain('# Here are the time steps, counted from 0, ')
      expect(text).not.toMatch(/radians|sin t/)
      expect(text).toContain('      input 1       input 2       input 3      target 1')
    }
    const torch = pythonScript(TORCH, 'run.bin', { config, snapshot }, window, sayIn('en'))
    expect(torch).toContain('torch.nn.GRU(input_size=3, hidden_size=3, batch_first=True)')
    expect(torch).toContain('self.out = torch.nn.Linear(3, 2)')
    const keras = pythonScript(KERAS, 'run.bin', { config, snapshot }, window, sayIn('en'))
    expect(keras).toContain('keras.Input((None, 3)),  # any number of time steps, 3 numbers at each')
    expect(keras).toContain('keras.layers.Dense(2),')
  })

  it('loads each format in its own way', () => {
    expect(scriptOf(TORCH)).toContain('load_file(WEIGHTS)')
    expect(scriptOf({ format: 'npz', names: 'pytorch' })).toContain('torch.from_numpy(')
    expect(scriptOf({ format: 'npz', names: 'keras' })).toContain('file[f"layers/{place}/{part}"]')
    expect(scriptOf(KERAS)).toContain('model.load_weights(WEIGHTS)')
    expect(scriptOf({ format: 'onnx', names: 'pytorch' })).toBeNull()
    expect(scriptOf({ format: 'tfjs', names: 'pytorch' })).toBeNull()
  })

  it('says which window it is', () => {
    expect(scriptOf(TORCH)).toContain(
      '# The last window that an update was made on: update 61, t from 3.1415927 to 4.\n',
    )
    const next = scriptOf(TORCH, { batch: 3 }, 'run.bin', false)
    expect(next).toContain(
      '# The window of the next update: update 61, t from 3.1415927 to 4, the first of 3 sequences.\n',
    )
  })

  it('has the name of its file in one string and nowhere else', () => {
    const name = 'a"\n\\import os # ünd """.npz'
    for (const form of [TORCH, KERAS]) {
      const text = scriptOf(form, {}, name)
      const literal = '"a\\"\\U0000000a\\\\import os # ünd \\"\\"\\".npz"'
      expect(text?.replace(literal, '"run.bin"')).toBe(scriptOf(form))
    }
  })

  it('is the same program in Chinese, with Chinese comments', () => {
    const program = (text: string | null) =>
      text?.split('\n').flatMap((line) => {
        const code = line.replace(/ *# .*$/, '')
        return code === '' || code.startsWith('print(') ? [] : [code]
      })
    const cases = [
      TORCH,
      KERAS,
      { format: 'npz', names: 'pytorch' },
      { format: 'npz', names: 'keras' },
    ] as const
    for (const form of cases)
      for (const made of [true, false]) {
        const [english, chinese] = (['en', 'zh'] as const).map((language) =>
          scriptOf(form, { cell: 'lstm', batch: 2 }, 'run.bin', made, language),
        )
        expect(program(chinese ?? '')).toEqual(program(english ?? ''))
        const comments = chinese?.match(/# .*/g) ?? []
        expect(comments.length).toBeGreaterThan(6)
        for (const comment of comments) expect(comment).toMatch(/\p{Script=Han}/u)
      }
  })
})
