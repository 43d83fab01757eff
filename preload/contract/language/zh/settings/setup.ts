import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { setup as en } from '../../en/settings/setup'

export const setup: Translated<typeof en> = {
  'setup.noCode': ({ found }, words) =>
    found === ''
      ? '设置代码以 U1. 开头，但没有给出任何内容；请粘贴一个设置代码。'
      : zh`设置代码以 U1. 开头，但找到的是${words.quote(found)}；请复制完整的代码。`,
  'setup.newer': ({ found, read }, words) =>
    zh`这个设置代码的版本是 ${words.number(found)}，由更新的 Unroll 生成，而这个 Unroll 只能读取版本 ${words.number(read)}；请更新 Unroll 再使用。`,
  'setup.tooLong': ({ most, found }, words) =>
    zh`设置代码最多有 ${words.number(most)} 个字符，但找到 ${words.number(found)} 个；请只复制代码本身。`,
  'setup.stranger': ({ character, place }, words) =>
    zh`设置代码只有字母、数字、- 和 _，但第 ${words.number(place)} 个字符是${words.quote(character)}；请重新复制代码。`,
  'setup.cutOff': ({ found, whole }, words) =>
    whole === null
      ? '这个设置代码在开头几个字符之后就断了；请复制完整的代码。'
      : zh`这个设置代码不完整：应有 ${words.number(whole)} 个字符，但只找到 ${words.number(found)} 个；请复制完整的代码。`,
  'setup.mistyped': '这个设置代码有一个字符是错的，因为校验不符；请重新复制代码，或查找打错的字符。',
  'setup.damaged': '这个设置代码的内容不是 Unroll 的写法；请回到生成它的地方重新复制。',
  'setup.unknownName': ({ name }, words) =>
    zh`这个设置代码含有设置${words.quote(name)}，而这个 Unroll 不认识它；请更新 Unroll，或索取不含它的代码。`,
  'setup.path': '设置代码只写文件名，不写文件夹，但这个代码里有文件夹；请回到生成它的地方重新复制。',
  'setup.doesNotFit': ({ most }, words) =>
    zh`列名太长，放不进 ${words.number(most)} 个字符的设置代码；请少选几列，或保存权重，其中附有全部设置。`,
  'setup.seriesGone': ({ what, sha256, columns }, words) =>
    zh`这个设置代码用于${words.say(what)}（列${words.quotedList(columns)}，SHA-256 ${sha256.slice(0, 12)}…），代码无法附带序列，而这台机器上没有它；请先打开那个序列。`,

  'setup.title': '设置代码',
  'setup.present': '当前设置的代码',
  'setup.copy': '复制',
  'setup.paste': '粘贴另一个代码',
  'setup.placeholder': 'U1.…',
  'setup.unchanged': '这些设置已经生效；没有要改变的。',
  'setup.changes': ({ count }, words) => zh`将改变 ${words.number(count)} 项设置：`,
  'setup.setting': '设置',
  'setup.now': '现在',
  'setup.then': '代码中',
  'setup.source': '学习的内容',
  'setup.columns': ({ inputs, targets }) => `${inputs.join('、')} → ${targets.join('、')}`,
  'setup.inputsAndTargets': '输入 → 目标',
  'setup.lessonColumns': 'sin t → cos t',
  'setup.yes': '是',
  'setup.no': '否',
  'setup.number': ({ value }, words) => words.number(value),
  'setup.newRun': '按“应用”会新建一次运行，等待开始；当前的运行会被搁置，可以撤销。',
  'setup.apply': '应用',
  'setup.close': '关闭',
  'setup.button': '设置代码…',
  'setup.buttonExplained': '把这些设置写成一小段文本，或把别人的文本变成设置',
  'setup.copied': ({ code }) => zh`已复制设置代码：${code}`,
  'setup.copiedWithoutSeries': ({ code, what }, words) =>
    zh`已复制设置代码；它写明${words.say(what)}，但不附带序列：${code}`,
  'setup.copiedWithoutWeights': ({ code }) =>
    zh`已复制设置代码；它有全部设置，但没有这次运行开始时的权重：${code}`,
}
