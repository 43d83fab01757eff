import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { findLibraries } from '../../scripts/interop/python.mjs'
import { findingsIn, verdictOn } from '../../scripts/interop/verdict.mjs'

const good = { case: 'lstm-2', what: 'model.onnx', difference: 6e-8 }

describe('the interop check', () => {
  it('finds what was compared among what the libraries say', () => {
    expect(findingsIn(`a warning\n${JSON.stringify(good)}\nanother\n`)).toEqual([good])
  })

  it('is content with differences of rounding, of which it tells the greatest', () => {
    const { lines, failures } = verdictOn(
      [good, { ...good, case: 'gru-1', difference: 9e-8 }],
      ['model.onnx'],
    )
    expect(lines).toEqual(['model.onnx: 2 cases, largest difference 9.0e-8'])
    expect(failures).toEqual([])
  })

  it.each([
    [{ ...good, difference: 1.1e-6 }, 'lstm-2, model.onnx: 0.0000011'],
    [{ ...good, difference: Number.NaN }, 'lstm-2, model.onnx: NaN'],
    [{ ...good, difference: 'KeyError' }, 'lstm-2, model.onnx: KeyError'],
  ])('does not take %o for the same', (finding, failure) => {
    expect(verdictOn([good, finding], ['model.onnx']).failures).toEqual([failure])
  })

  it('holds a finding to its own bound, where it has one', () => {
    const near = { case: 'series 1', what: 'mase', difference: 2e-8, atMost: 1e-8 }
    expect(verdictOn([near], ['mase']).failures).toEqual(['series 1, mase: 2e-8'])
    expect(verdictOn([{ ...near, difference: 9e-9 }], ['mase']).failures).toEqual([])
  })

  it('does not take nothing for the same', () => {
    expect(verdictOn([good], ['model.onnx', 'tfjs']).failures).toEqual(['tfjs: nothing was compared'])
  })

  it('says why it is skipped, and installs nothing unless it is required', async () => {
    const never = () => Promise.reject(new Error('a command was run'))
    expect(await findLibraries({ UNROLL_CACHE: '/nowhere' }, never)).toEqual({
      skipped: expect.stringMatching(
        /^PyTorch, Keras, NumPy, ONNX Runtime, statsmodels and scikit-learn are not installed for it; /,
      ),
    })
    const lacks = async () => ({ code: 1, missing: false, stdout: '', stderr: "No module named 'keras'\n" })
    expect(await findLibraries({ UNROLL_INTEROP_PYTHON: 'py' }, lacks)).toEqual({
      skipped: "UNROLL_INTEROP_PYTHON names py, but it lacks a library (No module named 'keras')",
    })
    const there = async () => ({ code: 0, missing: false, stdout: '', stderr: '' })
    expect(await findLibraries({ UNROLL_INTEROP_PYTHON: 'py' }, there)).toEqual({ python: 'py' })
  })

  it('is skipped when what may be installed cannot be, and fails when it must be', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'unroll-interop-test-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const unreachable = async () => ({ code: 1, missing: false, stdout: '', stderr: 'no route\n' })
    const asked = (how: string) => findLibraries({ UNROLL_CACHE: folder, UNROLL_INTEROP: how }, unreachable)
    expect(await asked('try')).toEqual({
      skipped: expect.stringMatching(/^the libraries could not be installed \(.* has failed: no route\)$/),
    })
    expect(readdirSync(folder)).toEqual([])
    await expect(asked('required')).rejects.toThrow(/has failed: no route/)
  })
})
