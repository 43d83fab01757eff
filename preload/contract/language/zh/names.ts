import type { Translated } from '../catalogue'
import { zh } from '../chinese'
import type { names as en } from '../en/names'

export const names: Translated<typeof en> = {
  // What stands between such marks may have the other ones as they are.
  'names.quoted': ({ escaped }) => `“${escaped.replaceAll('\\"', '"')}”`,
  'names.file': ({ name }) => (name === null ? '此文件' : `“${name}”`),
  'names.more': ({ count }) => zh`另外 ${count} 个`,
}
