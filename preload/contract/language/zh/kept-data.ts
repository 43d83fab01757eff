import type { Translated } from '../catalogue'
import { zh } from '../chinese'
import type { keptData as en } from '../en/kept-data'

export const keptData: Translated<typeof en> = {
  'keptData.notRead': ({ file, what, why, next }, words) =>
    zh`保存${words.say(what)}的 ${file} 无法读取：${words.say(why)}。${words.say(next)}`,
  'keptData.notOurs': '它的内容不是 Unroll 写的',
  'keptData.setAside': ({ aside }) => zh`它已改名为 ${aside} 放在一旁，Unroll 不用它继续。`,
  'keptData.withoutIt': 'Unroll 不用它继续。',
  'keptData.noFolder': ({ folder, what, aside }, words) =>
    zh`保存${words.say(what)}的文件夹 ${folder} 不是文件夹；它已改名为 ${aside} 放在一旁。`,
  'keptData.folderUnusable': ({ folder, what, why }, words) =>
    zh`保存${words.say(what)}的文件夹 ${folder} 不能使用：${words.say(why)}。Unroll 不用它继续。`,

  'keptData.language': '语言',
  'keptData.windowPlace': '窗口位置',
  'keptData.lastFolder': '上次所用文件夹',
  'keptData.recentFiles': '最近打开的文件',
  'keptData.session': '上次所用设置',
  'keptData.running': '程序正在运行的标志',
  'keptData.tour': '是否看过导览',
  'keptData.run': '一次运行的说明',
  'keptData.olderRuns': '0.1.0 版未完成的运行',
  'keptData.earlierRuns': '以前的运行',
  'keptData.crashReports': '崩溃报告',
  'keptData.logs': '日志',
}
