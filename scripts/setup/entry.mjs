import { SetupError, sentenceFor } from './errors.mjs'
import { nodeProblem } from './node-version.mjs'

/**
 * Runs an entry script: checks Node before anything newer is even loaded, turns what a person can put
 * right into one sentence, and leaves the stack of everything else, which is a bug, in sight.
 *
 * @param {() => Promise<number>} run loads the real work (by a dynamic import) and gives the exit code
 */
export async function runEntry(run) {
  const problem = nodeProblem(process.versions.node)
  if (problem) {
    console.error(problem)
    process.exit(1)
  }
  try {
    process.exitCode = await run()
  } catch (error) {
    const sentence = error instanceof SetupError ? error.message : sentenceFor(error)
    console.error(sentence ? `\n${sentence}` : error)
    process.exitCode = 1
  }
}
