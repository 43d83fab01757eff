import { assertNever } from '@contract/result'
import type { ReferencedPreset, ReferenceRun } from '../store/curves/reference'

/*
 * One small file for each run, fetched when it is first asked for. They are made by
 * test/fixtures/make/page_references.mjs from what torch_reference.py writes.
 */
const FILES = import.meta.glob<ReferenceRun>('../references/*.json', { import: 'default' })

function fileOf(id: ReferencedPreset): string {
  switch (id) {
    case 'pytorch':
    case 'pytorch-batched':
      return '../references/torch-rnn-seed1.json'
    case 'pytorch-later':
      return '../references/torch-rnn-head-seed1.json'
    case 'pytorch-dynamic':
      return '../references/torch-rnn-dynamic-seed1.json'
    default:
      return assertNever(id)
  }
}

/** The run of PyTorch that a preset repeats. */
export async function loadReference(id: ReferencedPreset): Promise<ReferenceRun> {
  const load = FILES[fileOf(id)]
  if (!load) throw new Error(`there is no file ${fileOf(id)}`)
  return load()
}
