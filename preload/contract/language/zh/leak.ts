import type { Translated } from '../catalogue'
import { zh } from '../chinese'
import type { leak as en } from '../en/leak'

export const leak: Translated<typeof en> = {
  'leak.resampling': '重新采样',
  'leak.scaling': '缩放',
  'leak.windows': '训练窗口',
  'leak.season': '季节',
  'leak.rivals': '参照规则',
  'leak.predictions': '预测',
  'leak.foundSomewhere': ({ path, cut }, words) =>
    zh`泄漏：从第 ${words.number(cut)} 行起换成噪声后，${words.say(path)}变了，而它本不应依赖这些行。`,
  'leak.foundAt': ({ path, cut, row }, words) =>
    zh`泄漏：从第 ${words.number(cut)} 行起换成噪声后，${words.say(path)}在第 ${words.number(row)} 行变了，而这一行在它之前。`,
  'leak.none': ({ paths, cuts }, words) =>
    zh`没有泄漏：在 ${words.number(cuts)} 个不同的行之后换成噪声，之前的${words.list(paths.map(words.say), 'and')}都没有变。`,
}
