import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { archive as en } from '../../en/weights/archive'

export const archive: Translated<typeof en> = {
  'archive.unreadable': '应为 zip 压缩包，但无法读取其成员列表',
  'archive.manyMembers': ({ file, most }, words) =>
    zh`${words.file(file)}太大，不可能是权重：最多应有 ${words.number(most)} 个成员，但实际更多；请选择较小的文件。`,
  'archive.memberTwice': ({ name }, words) => zh`各成员的名称应互不相同，但${words.quote(name)}出现了两次`,
  'archive.otherCompression': ({ file, name, method }, words) =>
    zh`${words.file(file)}的压缩方式 Unroll 无法读取：${words.quote(name)}应不压缩或以 deflate 压缩，但使用的是压缩方法 ${words.number(method)}；请不压缩，或用 zip 常用的压缩方式重新保存。`,
  'archive.tooLarge': ({ file, most, found }, words) =>
    zh`${words.file(file)}太大，不可能是权重：解压后最多应有 ${words.number(most)} 个字节，但声明有 ${words.number(found)} 个；请选择较小的文件。`,
  'archive.otherSize': ({ name, size }, words) =>
    zh`${words.quote(name)}解压后应有 ${words.number(size)} 个字节，但实际不是`,
  'archive.otherMembers': '应包含其成员列表中的所有成员，但实际没有',
}
