import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { project as en } from '../../en/files/project'

export const project: Translated<typeof en> = {
  'project.content': '项目',
  'project.choose': '项目文件',

  'project.notOpened': ({ name, why }, words) => zh`${words.file(name)}无法作为项目打开：${words.say(why)}。`,
  'project.notSaved': ({ name, why }, words) => zh`${words.file(name)}未能保存：${words.say(why)}。`,

  'project.noArchive': '应为项目的 zip 压缩包，但实际不是；请选择 Unroll 保存为项目的文件',
  'project.archiveDamaged': '成员列表与其中的字节不符，文件已损坏或未复制完整；请重新获取',
  'project.packed': ({ member }, words) =>
    zh`其中的${words.quote(member)}应原样存放，但已被压缩或加密；请选择 Unroll 保存的文件`,
  'project.strangeMember': ({ member }, words) =>
    zh`其中有${words.quote(member)}，任何项目都没有这一成员；请选择 Unroll 保存的文件`,
  'project.memberTwice': ({ member }, words) =>
    zh`其中的${words.quote(member)}出现了两次；请选择 Unroll 保存的文件`,
  'project.memberMissing': ({ member }, words) =>
    zh`其中应有${words.quote(member)}，但实际没有；请选择 Unroll 保存的文件`,
  'project.memberTooLarge': ({ member, most, found }, words) =>
    zh`其中的${words.quote(member)}最多应有 ${words.number(most)} 个字节，但实际有 ${words.number(found)} 个；请选择 Unroll 保存的文件`,
  'project.otherHash': ({ member }, words) =>
    zh`其中的${words.quote(member)}不是当时保存的内容，SHA-256 不同；请重新获取文件`,
  'project.newer': ({ found, known }, words) =>
    zh`它由更新版本的 Unroll 以格式的第 ${words.number(found)} 版保存，而本版本最多能读第 ${words.number(known)} 版；请用更新的版本打开`,
  'project.unreadable': ({ member }, words) =>
    zh`其中的${words.quote(member)}没有写明应有的内容；请选择 Unroll 保存的文件`,
  'project.otherKeyframe': ({ member }, words) =>
    zh`其中的${words.quote(member)}不是其网络在那次更新时的权重；请选择 Unroll 保存的文件`,
  'project.notFinite': ({ member }, words) =>
    zh`其中的${words.quote(member)}含有不是有限数的权重；请选择别的文件`,
  'project.otherRecord': ({ member }, words) =>
    zh`其中的${words.quote(member)}不是各次更新的记录；请选择 Unroll 保存的文件`,
  'project.otherSeries': '其中的序列不是其设置所指的序列；请选择 Unroll 保存的文件',
  'project.seriesElsewhere': ({ why }, words) =>
    zh`其中只有序列的哈希值，没有序列的数。${words.finding(why)}；请先打开那个表格`,
  'project.settingsUntrainable': ({ why }, words) => zh`${words.finding(why)}`,

  'project.inBranch': ({ member, why }, words) => zh`其中相关的运行${words.quote(member)}：${words.say(why)}`,
  'project.branchUnread': ({ branch }, words) =>
    zh`相关的运行${branch === null ? '' : words.quote(branch)}已不是刚才的内容；请重新保存`,
  'project.runUnwritten': ({ why }, words) => zh`无法保留其中的权重：${words.say(why)}`,

  'project.runGone': '要保存的运行已不再保留；请重新保存',
  'project.recordUnread': ({ why }, words) => zh`无法读取各次更新的记录：${words.say(why)}`,
  'project.recordUnwritten': ({ why }, words) => zh`无法保留其中的各次更新：${words.say(why)}`,
  'project.tooLarge': ({ most, found }, words) =>
    zh`项目最多有 ${words.number(most)} 个字节，而这个项目将有 ${words.number(found)} 个`,
  'project.notesTooLong': ({ most, found }, words) =>
    zh`备注最多有 ${words.number(most)} 个字符，但实际有 ${words.number(found)} 个；请缩短。`,

  'project.nothingToProve': '尚未做过更新，因此没有可以重做的内容。',
  'project.identical': ({ updates, identical }, words) =>
    zh`${words.number(updates)} 次更新中有 ${words.number(identical)} 次完全相同。`,
  'project.lastIdentical': ({ updates, identical, segmentsInAll }, words) =>
    zh`${words.number(updates)} 次更新中有 ${words.number(identical)} 次完全相同：这是 ${words.number(segmentsInAll)} 段中的最后一段。`,
  'project.withFamily': ({ sentence, count, updates, identical }, words) =>
    zh`${words.say(sentence)}在 ${words.number(count)} 次相关的运行中：${words.number(updates)} 次更新中有 ${words.number(identical)} 次完全相同。`,
  'project.ofBranch': ({ branch, sentence }, words) =>
    zh`相关的运行${words.quote(branch)}：${words.say(sentence)}`,
  'project.close': ({ difference, segments, segmentsInAll, because }, words) =>
    zh`${
      segments === segmentsInAll ? '每一段' : zh`${words.number(segmentsInAll)} 段中的最后一段`
    }的差别都在 ${difference.toExponential(0)} 以内：${words.say(because)}。`,
  'project.otherVersion': '另一版本的 Unroll，它按另一种顺序计算该网络',
  'project.otherProcessor': '处理器不同',
  'project.otherTensorflow': 'TensorFlow 的版本不同',
  'project.otherRounding': '舍入方式不同',
  'project.different': ({ update, difference }, words) =>
    zh`第 ${words.number(update)} 次更新是第一次不同的更新，相差 ${
      Number.isFinite(difference) ? difference.toExponential(0) : '无法说明'
    }：该项目不是计算所得。`,
  'project.computedOtherwise': ({ update, difference }, words) =>
    zh`第 ${words.number(update)} 次更新是第一次差别超出单次更新舍入误差的更新，相差 ${
      Number.isFinite(difference) ? difference.toExponential(0) : '无法说明'
    }。该项目由另一版本的 Unroll 保存，它按另一种顺序计算该网络，这种差别会随更新逐次增大：本版本无法判断它是否为计算所得。`,
  'project.unrecorded': ({ update }, words) =>
    zh`第 ${words.number(update)} 次更新是项目记录中缺少的第一次更新，没有可比较的数据：该项目未得到证明。`,
}
