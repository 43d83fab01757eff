import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { tableNotes as en } from '../../en/data/table-notes'

export const tableNotes: Translated<typeof en> = {
  'tableNotes.repeated': ({ names }, words) =>
    zh`${words.quotedList(names)}是多个列的名字；靠后的列在名字后面加了编号。`,
  'tableNotes.empty': ({ names }, words) => zh`列${words.quotedList(names)}只有缺失的值，不使用。`,
  'tableNotes.constant': ({ names }, words) => zh`列${words.quotedList(names)}的每一行都是同一个值。`,
  'tableNotes.resampled': ({ rows, before }, words) =>
    zh`值现在位于等间隔的时间上：${words.number(rows)} 个时间步，原来有 ${words.number(before)} 个。`,
  'tableNotes.intervals': ({ column }, words) => zh`列${words.quote(column)}表示每个时间步比前一个晚多少。`,
  'tableNotes.utc': ({ column }, words) => zh`列${words.quote(column)}的时间没有写明时区，按 UTC 处理。`,
}
