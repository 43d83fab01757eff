import { existsSync } from 'node:fs'
import { posix, win32 } from 'node:path'
import { runCommand } from '../command.mjs'

/**
 * The command that is npm, and its first arguments: the very npm that started this script when there is one, the one on
 * the search path otherwise. On Windows that is a file `npm.cmd`, which only a shell starts and whose arguments it takes
 * apart at spaces; so what this file starts is started instead.
 *
 * @param {{ env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform, node?: string, exists?: (path: string) => boolean }} [system]
 * @returns {[string, ...string[]]}
 */
export function npmCommand(system = {}) {
  const { env = process.env, platform = process.platform } = system
  const { node = process.execPath, exists = existsSync } = system
  const { basename, delimiter, dirname, join } = platform === 'win32' ? win32 : posix
  const own = env.npm_execpath
  if (own && basename(own) === 'npm-cli.js') return [node, own]
  if (platform !== 'win32') return ['npm']
  const folders = [dirname(node), ...(env.PATH ?? '').split(delimiter).filter(Boolean)]
  const cli = folders.map((folder) => join(folder, 'node_modules/npm/bin/npm-cli.js')).find(exists)
  return cli ? [node, cli] : ['npm']
}

/**
 * Runs npm.
 *
 * @param {readonly string[]} args
 * @param {import('../command.mjs').Options} options
 */
export function npm(args, options) {
  const [command, ...before] = npmCommand()
  return runCommand(command, [...before, ...args], options)
}

/**
 * What npm gives as the reason of its failure, in one line.
 *
 * @param {string} stderr
 * @returns {string}
 */
export function npmReason(stderr) {
  const lines = [...stderr.matchAll(/^npm (?:error|ERR!) (.+)$/gm)].map(([, line = '']) => line.trim())
  const code = lines.find((line) => line.startsWith('code '))?.slice('code '.length)
  const cause = lines.find((line) => !/^(code|errno|syscall|path|dest|A complete log)\b/.test(line))
  return [code, cause].filter(Boolean).join(': ') || 'it gave no reason'
}

/**
 * What to do about a failure of npm.
 *
 * @param {string} stderr
 * @returns {string}
 */
export function npmAdvice(stderr) {
  if (/\bcode (ENOSPC|EDQUOT)\b/.test(stderr)) return 'make room on the disk'
  if (/\bcode (EACCES|EPERM|EROFS)\b/.test(stderr)) return 'make the clone and the npm cache yours'
  if (/\bcode EUSAGE\b/.test(stderr)) return 'bring package-lock.json in line with package.json (npm install)'
  return 'check the network connection and the npm registry you have set'
}
