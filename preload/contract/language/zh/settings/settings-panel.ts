import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { settingsPanel as en } from '../../en/settings/settings-panel'

export const settingsPanel: Translated<typeof en> = {
  'settingsPanel.title': '设置',
  'settingsPanel.close': '关闭设置',
  'settingsPanel.carriedState': '传递的状态',
  'settingsPanel.keepState': '保留',
  'settingsPanel.resetState': '重置',
  'settingsPanel.freezeState': '冻结',
  'settingsPanel.nothingToFreeze': '第一次更新之前没有可冻结的状态',
  'settingsPanel.wipe': '清零一次',
  'settingsPanel.wipeExplained': '下一次更新从全零的状态开始，并在时间轨上立一面旗子；之后状态照旧传递',
  'settingsPanel.wipeTakenBack': '下一次更新从全零的状态开始；再按一次可保留状态',
  'settingsPanel.training': '训练',
  'settingsPanel.data': '数据',
  'settingsPanel.network': '网络',
  'settingsPanel.optimiser': '优化器',
  'settingsPanel.backToPreset': '恢复预设',
  'settingsPanel.notValid': '无效',
  'settingsPanel.waits': '重置后生效',
  'settingsPanel.takesEffect': '重置后生效',
  'settingsPanel.limits': ({ min, max, unit }, words) =>
    zh`${words.number(min)} 到 ${words.number(max)}${unit === null ? '' : words.say(unit)}`,
  'settingsPanel.rateSlider': '学习率，对数刻度',
  'settingsPanel.dataBrief': ({ lengths, batch }, words) =>
    zh`${words.list(lengths.map(words.number), 'or')} 个时间步${batch === 1 ? '' : ` × ${words.number(batch)}`}`,
  'settingsPanel.seriesBrief': ({ window, horizon, batch }, words) =>
    zh`${words.number(window)} 个时间步${batch === 1 ? '' : ` × ${words.number(batch)}`}，预测步长 ${words.number(horizon)}`,
  'settingsPanel.networkBrief': ({ layers, cell, hiddenUnits }, words) =>
    zh`${layers === 1 ? '' : `${words.number(layers)} × `}${words.say(cell)}，${words.number(hiddenUnits)} 个隐藏单元`,
  'settingsPanel.clippedAt': ({ optimizer, clipNorm }, words) =>
    zh`${words.say(optimizer)}，裁剪到 ${words.number(clipNorm)}`,

  'settingsPanel.preset': '预设',
  'settingsPanel.lessonGroup': '课程',
  'settingsPanel.seriesGroup': '可以尝试的序列',
  'settingsPanel.tableGroup': '自己的数据',
  'settingsPanel.columns': '列',
  'settingsPanel.series': '序列',
  'settingsPanel.modified': '已修改',
  'settingsPanel.modifiedIn': ({ labels }, words) => zh`已修改：${labels.map(words.say).join('、')}`,
  'settingsPanel.modifiedMany': ({ count }, words) => zh`已修改：${words.number(count)} 项设置`,
  'settingsPanel.labels': ({ labels }, words) => labels.map(words.say).join('、'),
  'settingsPanel.mayDiffer': '设置与课程中的程序不同时，运行的过程可能也不同。',
  'settingsPanel.apply': '应用',
  'settingsPanel.cancel': '取消',
  'settingsPanel.startsNewRun': '开始新的运行',
  'settingsPanel.notInForce': '尚未生效',
  'settingsPanel.presetWaits': ({ label }, words) =>
    zh`预设“${words.say(label)}”要按“应用”才生效；这次运行仍按原来的设置训练。`,
  'settingsPanel.changesWait': ({ labels }, words) =>
    zh`对${words.list(labels.map((label) => `“${words.say(label)}”`))}的修改在重置后生效；这次运行仍按原来的设置训练。`,
}
