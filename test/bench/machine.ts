import { arch, availableParallelism, cpus, platform } from 'node:os'

/** What the numbers were measured on. */
export type Machine = {
  readonly cpu: string
  readonly cores: number
  readonly system: string
  readonly node: string
}

export function thisMachine(): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    system: `${platform()} ${arch()}`,
    node: process.versions.node,
  }
}

export function describeMachine({ cpu, cores, system, node }: Machine): string {
  return `${cpu}, ${cores} cores, ${system}, Node ${node}`
}
