import { basename } from 'node:path'
import { runCommand } from '../command.mjs'

/**
 * Runs npm: the very npm that started this script when there is one, the one on the search path otherwise.
 *
 * @param {readonly string[]} args
 * @param {import('../command.mjs').Options} options
 */
export function npm(args, options) {
  const own = process.env.npm_execpath
  if (own && basename(own) === 'npm-cli.js') return runCommand(process.execPath, [own, ...args], options)
  return runCommand('npm', args, options)
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
