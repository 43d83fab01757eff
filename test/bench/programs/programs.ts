import { createCompiledEngine, eagerEngine } from '../../../main/trainer/training/engine/engine'
import type { Case } from '../cases/cases'
import { layers } from './layers'
import { ours } from './ours'
import { plain } from './plain'
import type { Program } from './program'
import { recordedPacked, recordedPlain } from './recorded'

/** Every way to make updates in Node, by the name a process of it is started with. */
export const PROGRAMS = {
  compiled: (options) => ours(createCompiledEngine(), options),
  'compiled-single': (options) => ours(createCompiledEngine(), options, 1),
  'recorded-packed': recordedPacked,
  'recorded-plain': recordedPlain,
  eager: (options) => ours(eagerEngine, options),
  plain,
  layers,
} satisfies Record<string, (options: Case) => Program>

export type ProgramName = keyof typeof PROGRAMS
