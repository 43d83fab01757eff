import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { verifyCommand as en } from '../../en/files/verify-command'

export const verifyCommand: Translated<typeof en> = {
  'verifyCommand.usage': ({ usage }) => zh`用法：${usage} 文件 [选项]`,
  'verifyCommand.about': `重做项目（.unroll）中的各次更新，每次从一个关键帧做到下一个，并说明结果与其中的内容是否逐位相同、
是否只因处理器不同而有舍入差别，否则指出第一次不同的更新；文件中相关的运行也一样。`,
  'verifyCommand.lastHelp': '只重做它自己的运行在倒数第二个关键帧之后的更新',
  'verifyCommand.jsonHelp': '输出一行 JSON，而不是句子',
  'verifyCommand.dataHelp': '只含表格哈希值的项目所用的表格；读法与 train --data 相同：',
  'verifyCommand.tableWanted': ({ project, table }, words) =>
    zh`${words.quote(project)} 只含所学内容（${words.say(table)}）的哈希值，不含其中的数；请用 --data 给出该表格。`,
  'verifyCommand.noTableWanted': ({ project }, words) =>
    zh`${words.quote(project)} 已含证明所需的一切，不需要表格；请去掉 --data。`,
  'verifyCommand.otherTable': ({ project, name, expected, found }, words) =>
    zh`${words.quote(project)} 所学序列的 SHA-256 为 ${expected}，而从 ${words.quote(name)} 读出的序列为 ${found}；请给出当时所用的表格，并说明当时的读法（如 --missing、--time、--header 或 --irregular）。`,
  'verifyCommand.oneFile': ({ count }, words) =>
    zh`verify 需要一个项目文件，但${count === 0 ? '没有给出' : zh`给出了 ${words.number(count)} 个`}；请给出一个以 .unroll 结尾的文件。`,
  'verifyCommand.progress': ({ updates, of }, words) =>
    zh`${words.number(updates)} / ${words.number(of)} 次更新`,
  'verifyCommand.line': ({ name, sentence }, words) => zh`${name}：${words.say(sentence)}`,
}
