import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { memory as en } from '../../en/run/memory'

export const memory: Translated<typeof en> = {
  'memory.concern': ({ need, free }, words) =>
    zh`训练这个网络约需 ${words.decimals(need / 1e9, 1)} GB 内存，但空闲的只有 ${words.decimals(free / 1e9, 1)} GB。计算机可能变得很慢，训练也可能被终止；减少隐藏单元、层、点或序列，所需的内存就少一些。`,
}
