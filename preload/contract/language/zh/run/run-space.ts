import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import { diskSize } from '../../disk-size'
import type { runSpace as en } from '../../en/run/run-space'

export const runSpace: Translated<typeof en> = {
  'runSpace.size': ({ bytes }, words) => diskSize(bytes, words),
  'runSpace.total': ({ bytes, budget }, words) =>
    zh`它们共占用磁盘 ${diskSize(bytes, words)}，上限为 ${diskSize(budget, words)}。`,
  'runSpace.run': ({ learned, network, updates, bytes }, words) =>
    zh`${learned ? `${words.say(learned)}：` : ''}${network}（${words.number(updates)} 次更新，${diskSize(bytes, words)}）`,
  'runSpace.removed': ({ runs, most, budget }, words) =>
    zh`为腾出空间，已删除最早的运行：${words.list(runs)}。以前的运行只保留最近 ${words.number(most)} 次，总共不超过 ${diskSize(budget, words)}。`,
  'runSpace.dismiss': '关闭',
}
