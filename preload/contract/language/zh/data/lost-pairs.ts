import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { lostPairs as en } from '../../en/data/lost-pairs'

export const lostPairs: Translated<typeof en> = {
  'lostPairs.input': '缺少一个输入。',
  'lostPairs.jump': '输入与目标之间时间有跳跃。',
  'lostPairs.short': ({ window }, words) =>
    zh`两处中断之间，或中断与部分末尾之间，比长度为 ${words.number(window)} 的窗口还短。`,
}
