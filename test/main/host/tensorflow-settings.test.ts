import { describe, expect, it } from 'vitest'
import { TENSORFLOW_SETTINGS } from '../../../main/host/tensorflow-settings'
import { tensorflowSettings } from '../../../scripts/cli/run-cli.mjs'

describe("TensorFlow's settings", () => {
  it('are the same in the app, on the command line and in the tests', () => {
    expect(tensorflowSettings).toEqual(TENSORFLOW_SETTINGS)
    expect(process.env).toMatchObject(TENSORFLOW_SETTINGS)
  })
})
