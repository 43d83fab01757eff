import { rehearse } from '../../graph/compile'
import { type Engine, eagerEngine, formOf, toCompile } from './engine'

/** Records every update, for nothing, before it makes it eagerly: the next recording of the process is the second one then. */
export const rehearsingEngine: Engine = {
  ...eagerEngine,
  update: (plan, ...args) => {
    const [updates] = toCompile(formOf(plan, args[0], args[1]))
    rehearse(updates, args)
    return eagerEngine.update(plan, ...args)
  },
}
