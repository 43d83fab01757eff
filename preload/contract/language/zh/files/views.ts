import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import { diskSize } from '../../disk-size'
import type { views as en } from '../../en/files/views'

export const views: Translated<typeof en> = {
  'views.menu': '保存这个视图',
  'views.menuOf': ({ view }) => zh`保存这个视图：${view}`,
  'views.save': ({ format }) => zh`另存为 ${format}…`,
  'views.svgFile': 'SVG 图片',
  'views.pngFile': 'PNG 图片',
  'views.csvFile': '视图的表格',
  'views.dialog': ({ format }, words) => zh`保存视图：${words.say(format)}`,
  'views.nothing': '这个视图中还没有可见的内容；请等它画好。',
  'views.tooManyRows': ({ rows, most }, words) =>
    zh`这个视图的表格会有 ${words.number(rows)} 行，最多只能保存 ${words.number(most)} 行；请查看较短的一段，或用“导出”把整个运行导出为表格。`,
  'views.tooLarge': ({ bytes, most }, words) =>
    zh`这个视图的文件会占 ${diskSize(bytes, words)}，最多只能保存 ${diskSize(most, words)}；请查看较短的一段，或把窗口缩小。`,
  'views.tooLargePicture': '这个视图的图片会超出本应用能生成的 PNG 的大小；请把窗口缩小，或保存为 SVG。',
  'views.ghostNotRead':
    '这个分支所接续的运行的预测还在从它的记录中读取；请稍候，或查看较短的一段，再重新保存。',
  'views.rowsNotRead': ({ first, last }, words) =>
    zh`序列的第 ${words.number(first)} 行到第 ${words.number(last)} 行无法读取；请重新保存这个视图。`,
  'views.notAView': '应收到一个视图写成 SVG、PNG 或 CSV 的字节，但收到的不是；请重新保存这个视图。',
}
