import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import { diskSize } from '../../disk-size'
import type { notices as en } from '../../en/run/notices'

export const notices: Translated<typeof en> = {
  'notices.loaded': ({ name, parameters, updates, notes }, words) => {
    const loaded = zh`已载入 ${name}：${words.number(parameters)} 个参数，${words.number(updates)} 次更新`
    return notes.length > 0 ? zh`${loaded}。${notes.map(words.say).join('')}` : loaded
  },
  'notices.saved': ({ name, bytes }, words) => zh`已保存 ${name}，${diskSize(bytes, words)}`,
  'notices.loading': ({ name }) => zh`正在载入 ${name}……`,
  'notices.cancel': '取消',
  'notices.dismiss': '关闭',
  'notices.wentWrong': 'Unroll 内部出错；这次运行没有受到影响。',
  'notices.broke': ({ update, what }, words) =>
    zh`这次运行在第 ${words.number(update)} 次更新时发散：${words.say(what)}不再是有限的数，无法继续。请降低学习率并按“重置”。`,
  'notices.noMemory': '内存不足，无法显示更多的更新，运行已暂停。权重完好：请先保存权重，再按“重置”。',
  'notices.notShown': '最新的更新无法显示，运行已暂停。权重完好：请先保存权重，再按“重置”。',
  'notices.pageGone': ({ reason }) => zh`页面意外停止（${reason}），已重新载入；没有丢失任何内容。`,

  'notices.dropToLoad': '松开即可打开项目或表格，或载入权重',
  'notices.dropHoldsNumbers': ({ name }) => zh`${name} 里只有数；请改为拖放模型的 .json 文件。`,
  'notices.dropOne': ({ count }, words) =>
    zh`请一次拖放一个文件：项目、表格或权重（权重可以带上附属文件）；这次是 ${words.number(count)} 个文件。`,
  'notices.dropUnderDialog': '对话框打开时不能载入文件：请关闭它，再次拖放文件。',

  'notices.setAside': ({ run }, words) => zh`运行已搁置（${words.say(run)}）。`,
  'notices.undo': '撤销',
  'notices.dismissSetAside': '关闭；这次运行留在运行列表中',

  'notices.trainerNotStarted': ({ exitCode }) =>
    zh`TensorFlow 无法载入：训练进程在就绪之前结束（退出码 ${String(exitCode)}）。`,
  'notices.trainerKilled': '训练进程被外部终止。',
  'notices.trainerCrashed': ({ exitCode }) => zh`训练进程意外停止（退出码 ${String(exitCode)}）。`,
  'notices.curvesKept': '曲线已保留。',
  'notices.resumeFrom': ({ update }, words) => zh`从第 ${words.number(update)} 次更新继续`,
  'notices.tryAgain': '重试',
  'notices.startTrainer': '重新启动训练进程',
}
