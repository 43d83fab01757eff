import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pythonList, pythonRows, pythonString } from '../../../../../main/trainer/weights/python/literals'

/** What Python makes of the inside of such a string. */
function unescaped(literal: string): string {
  return literal
    .slice(1, -1)
    .replaceAll(/\\(?:U([0-9a-f]{8})|(["\\]))/g, (_, point: string | undefined, character: string) =>
      point === undefined ? character : String.fromCodePoint(Number.parseInt(point, 16)),
    )
}

describe("a string of Python's", () => {
  it.each([
    ['run.safetensors', '"run.safetensors"'],
    ['Grüße 網路.npz', '"Grüße 網路.npz"'],
    ['a"b\\c', '"a\\"b\\\\c"'],
    ['a\n"""b\u2028', '"a\\U0000000a\\"\\"\\"b\\U00002028"'],
    // It would turn the direction of what follows on the screen.
    ['a\u202eb', '"a\\U0000202eb"'],
  ])('holds %j', (text, literal) => expect(pythonString(text)).toBe(literal))

  it('never ends early, holds no line break, and reads back, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const literal = pythonString(text)
        expect(literal).toMatch(/^"(?:[^"\\\p{C}\p{Zl}\p{Zp}]|\\["\\]|\\U[0-9a-f]{8})*"$/u)
        expect(unescaped(literal)).toBe(text)
      }),
    )
  })
})

describe("a list of Python's", () => {
  it('has every number with a point, and those that are not finite by name', () => {
    const values = Float32Array.of(0, -0, 1, 0.1, 2e-8, 3e10, Number.NaN, Number.POSITIVE_INFINITY)
    expect(pythonList(values)).toBe('[0.0, -0.0, 1.0, 0.1, 2e-8, 30000000000.0, float("nan"), float("inf")]')
    expect(pythonList(Float32Array.of(Number.NEGATIVE_INFINITY))).toBe('[-float("inf")]')
  })

  it('goes on in the next line where it is long, none left out', () => {
    const values = Float32Array.from({ length: 100 }, (_, i) => i / 7)
    const lines = pythonList(values).split('\n')
    expect(lines.length).toBeGreaterThan(5)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100)
    expect(
      lines
        .slice(1, -1)
        .join(' ')
        .split(/, */)
        .filter(Boolean)
        .map((text) => Math.fround(Number(text))),
    ).toEqual([...values])
  })

  it('is one of lists for the layers of a state', () => {
    expect(pythonRows(Float32Array.of(1, 2, 3, 4), 2)).toBe('[\n    [1.0, 2.0],\n    [3.0, 4.0],\n]')
  })
})
