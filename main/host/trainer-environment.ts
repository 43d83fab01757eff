import { TENSORFLOW_SETTINGS } from './tensorflow-settings'

/** Handed on to a process that trains; it needs nothing else of main's environment. */
const PASSED_ON: readonly string[] = [
  'PATH',
  'HOME',
  'USERPROFILE',
  'LANG',
  'LC_ALL',
  'TMPDIR',
  'TEMP',
  'TMP',
  'SystemRoot',
]

/** The few variables that a process gets which trains. */
export function trainerEnvironment(all: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const passedOn = PASSED_ON.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]]))
  return { ...Object.fromEntries(passedOn), ...TENSORFLOW_SETTINGS }
}
