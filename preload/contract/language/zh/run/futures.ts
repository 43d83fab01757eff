import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { futures as en } from '../../en/run/futures'

export const futures: Translated<typeof en> = {
  'futures.calledOff': '此项已取消，因为运行有了变化，或者又有了别的请求。',
  'futures.times': ({ factor }) => `× ${factor}`,
  'futures.notClipped': '不裁剪',
  'futures.clippedAt': ({ norm }, words) => zh`在 ${words.number(norm)} 处裁剪`,
  'futures.kept': '状态照常传递',
  'futures.frozen': '状态冻结',
  'futures.wiped': '清零一次',
  'futures.notCarried': '不传递',
  'futures.outcome': ({ choice, loss }, words) => zh`${words.say(choice)} → ${loss}`,
  'futures.breaks': ({ choice, update }, words) =>
    zh`${words.say(choice)} → 第 ${words.number(update)} 次更新时发散`,
  'futures.would': ({ updates, isFewer, outcomes }, words) => {
    const time = isFewer ? '（时间只够这么多次）' : ''
    return zh`再做 ${words.number(updates)} 次更新后的损失${time}：${outcomes.map(words.say).join('；')}`
  },
}
