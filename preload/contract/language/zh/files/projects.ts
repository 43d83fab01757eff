import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import { diskSize } from '../../disk-size'
import type { projects as en } from '../../en/files/projects'

export const projects: Translated<typeof en> = {
  'projects.whichSeries':
    '这次运行学习的是自己打开的表格。若连同其中的数一起保存，项目在哪里都能打开；若只保存哈希值，就无法从项目中读出这些数，而且只有在 Unroll 已有这个表格的地方才能打开。',
  'projects.included': '连同数一起保存',
  'projects.hash': '只保存哈希值',
  'projects.whichFamily': ({ count, bytes, more }, words) =>
    [
      zh`这次运行有相关的运行：它所接续的运行，以及其他分支。若把 ${words.number(count)} 次相关的运行一起保存到项目中（大约多占 ${diskSize(bytes, words)}），无论在哪里打开，残影和各个分支都在。`,
      more === 0 ? '' : zh`另有 ${words.number(more)} 次相关的运行放不下。`,
    ].join(''),
  'projects.withFamily': '连同相关的运行一起保存',
  'projects.withoutFamily': '只保存这次运行',
  'projects.familyUnread': ({ name, count }, words) =>
    zh`${name} 已保存，但不含无法读取的 ${words.number(count)} 次相关的运行。`,
  'projects.familyCame': ({ name, added }, words) =>
    zh`与 ${name} 一起打开了 ${words.number(added)} 次相关的运行，见“运行”。`,
  'projects.familyUnkept': ({ name, why }, words) =>
    zh`${name} 已打开，但无法保留相关的运行：${words.say(why)}。`,
  'projects.replaceChanged': ({ name }) =>
    zh`${name} 已不是上次在这里保存或打开的内容：之后被其他程序改动过。要替换吗？`,
  'projects.readOnly': ({ name }) =>
    zh`${name} 由更新版本的 Unroll 保存，本版本会丢失其中不认识的内容。请换一个名称。`,
  'projects.newer': ({ name }) =>
    zh`${name} 由更新版本的 Unroll 保存。本版本认识的内容已打开；文件保持原样，请用另一个名称保存。`,
  'projects.notByItself': ({ name }) =>
    zh`${name} 在上次于此保存或打开之后被其他程序改动过，因此没有自动保存。“文件 > 保存项目”会替换它，“文件 > 项目另存为”会保留它。`,
  'projects.goneByItself': ({ name }) =>
    zh`${name} 已不在原处，因此没有自动保存。“文件 > 保存项目”会重新写入。`,

  'projects.proving': ({ name }) => zh`正在重做 ${name} 的更新……`,
  'projects.provingAt': ({ name, done, of }, words) =>
    zh`正在重做 ${name} 的更新：${words.number(of)} 次中的第 ${words.number(done)} 次`,
  'projects.proven': ({ name, proof }, words) => zh`${name}：${words.say(proof)}`,
  'projects.checkAll': '检查全部',
  'projects.cancel': '取消',
  'projects.dismiss': '关闭',

  'projects.notes': '项目备注',
  'projects.notesExplained': '任何值得与这次运行一起保留的内容；关闭时即保留，保存项目时写入项目文件。',
  'projects.close': '关闭',
}
