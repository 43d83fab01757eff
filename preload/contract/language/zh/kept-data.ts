import type { Translated } from '../catalogue'
import { zh } from '../chinese'
import type { keptData as en } from '../en/kept-data'

export const keptData: Translated<typeof en> = {
  'keptData.notRead': ({ file, what, why, next }, words) =>
    zh`${file}（保存的是${words.say(what)}）无法读取：${words.say(why)}。${words.say(next)}`,
  'keptData.notOurs': '它的内容不是 Unroll 写的',
  'keptData.setAside': ({ aside }) => zh`它已改名为 ${aside} 并保留；没有它，Unroll 也会继续工作。`,
  'keptData.withoutIt': '没有它，Unroll 也会继续工作。',
  'keptData.noFolder': ({ folder, what, aside }, words) =>
    zh`${folder} 应是保存${words.say(what)}的文件夹，实际却不是文件夹；它已改名为 ${aside} 并保留。`,
  'keptData.folderUnusable': ({ folder, what, why }, words) =>
    zh`文件夹 ${folder}（保存的是${words.say(what)}）不能使用：${words.say(why)}。没有它，Unroll 也会继续工作。`,

  'keptData.languageNotKept':
    '语言没有写入数据文件夹，所以下次启动时不会记得这个选择；原因见“帮助 > 打开日志文件夹”。',
  'keptData.language': '语言',
  'keptData.windowPlace': '窗口位置',
  'keptData.lastFolder': '上次所用文件夹',
  'keptData.recentFiles': '最近打开的文件',
  'keptData.session': '上次所用设置',
  'keptData.project': '一次运行作为项目的情况',
  'keptData.autosave': '是否自动保存项目',
  'keptData.running': '应用正在运行的标志',
  'keptData.tour': '导览是否看过',
  'keptData.run': '一次运行的说明',
  'keptData.olderRuns': '0.1.0 版未完成的运行',
  'keptData.runs': '各次运行',
  'keptData.experiments': '各个实验',
  'keptData.experiment': '一个实验的计划',
  'keptData.crashReports': '崩溃报告',
  'keptData.logs': '日志',
}
