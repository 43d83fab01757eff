import type { Translated } from '../catalogue'
import { zh } from '../chinese'
import type { start as en } from '../en/start'

export const start: Translated<typeof en> = {
  'start.failed': 'Unroll 未能启动',
  'start.failedAs': ({ why }, words) => zh`Unroll 未能启动。${words.say(why)}`,
  'start.unforeseen': ({ message, logFile }) =>
    zh`出了不该出的错：${message}。请再启动一次；如果没有用，${logFile} 里有更多说明。`,
  'start.nowhere': ({ wanted }) =>
    zh`${wanted} 和临时文件的文件夹都不能写入：请允许写入其中一个，再启动一次。`,
  'start.otherMachine': ({ machine, folder }) =>
    zh`它已在计算机 ${machine} 上运行，用的是同一个文件夹 ${folder}：请在那里退出它；如果它并没有运行，请从该文件夹中删除 SingletonLock，再启动一次。`,
  'start.lockUnknown': 'Unroll 无法得知自己是否已在运行。请不要再次启动：两个都会写入它的数据文件夹。',
  'start.diskFull': ({ why }, words) =>
    zh`Unroll 无法在它的数据文件夹中保存任何东西：${words.say(why)}。在此之前，崩溃会使运行丢失。`,
  'start.elsewhere': ({ why }, words) =>
    zh`Unroll 不能写入它的数据文件夹：${words.say(why)}。它没有用这个文件夹就启动了：退出时，运行、最近打开的文件和导览都不会保留。`,
  'start.noPermission': '在那里没有权限',
  'start.notMade': '无法在那里建立',
  'start.noSuchLanguage': ({ by, found, known }, words) =>
    zh`${by} 应为 ${words.list(known, 'or')}，但它是${words.quote(found)}；此值不起作用。`,
  'start.notices': ({ told, more }, words) =>
    zh`${told.map(words.say).join('')}${more > 0 ? zh`还有 ${words.number(more)} 条类似的：“帮助 > 打开日志文件夹”中有全部内容。` : ''}`,
}
