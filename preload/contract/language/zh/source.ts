import type { Translated } from '../catalogue'
import { zh } from '../chinese'
import type { source as en } from '../en/source'

export const source: Translated<typeof en> = {
  'source.noColumn': ({ name }, words) => zh`序列中没有${words.quote(name)}这一列；请重新选择输入和目标。`,
  'source.tooFewWindows': ({ rows, window, found, batch }, words) =>
    zh`训练部分有 ${words.number(rows)} 个时间步，只有 ${words.number(found)} 个长度为 ${words.number(window)} 的窗口，但 ${words.number(batch)} 个序列的批需要 ${words.number(batch)} 个；请缩短窗口、减小批或增大训练部分。`,
  'source.notThere': ({ name }, words) => zh`序列${words.quote(name)}已不存在；请重新打开它的文件。`,
}
