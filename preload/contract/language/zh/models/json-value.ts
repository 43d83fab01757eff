import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { jsonValue as en } from '../../en/models/json-value'

export const jsonValue: Translated<typeof en> = {
  'jsonValue.nothing': '空值',
  'jsonValue.object': '一个对象',
  'jsonValue.text': ({ value }, words) => words.quote(value),
  'jsonValue.literal': ({ value }) => value,
  'jsonValue.list': ({ items }, words) => `[${items.map(words.say).join(', ')}]`,
  'jsonValue.longList': ({ count }, words) => zh`含 ${words.number(count)} 项的列表`,
}
