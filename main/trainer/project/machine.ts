import { arch, cpus, platform } from 'node:os'
import { tensorflowVersions } from '../tensorflow'
import { PRODUCER_VERSION } from '../weights/base/producer'
import type { Manifest } from './manifest'

/** What is told of the program and the machine: what may round otherwise, and what a newer one may have to know. */
export type Machine = Pick<Manifest, 'writer' | 'tfjs'>

export function thisMachine(): Machine {
  const { tensorflow, tfjs } = tensorflowVersions()
  const processor = (cpus()[0]?.model ?? '').trim().slice(0, 200)
  const system = `${platform()} ${arch()}`
  return { writer: { app: PRODUCER_VERSION, tensorflow, processor, system }, tfjs }
}
