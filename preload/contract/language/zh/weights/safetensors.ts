import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { safetensors as en } from '../../en/weights/safetensors'

export const safetensors: Translated<typeof en> = {
  'safetensors.tooShort': ({ needed, found }, words) =>
    zh`safetensors 文件的前 ${words.number(needed)} 个字节说明文件头有多长，但此文件总共只有 ${words.number(found)} 个字节`,
  'safetensors.headerTooLong': ({ most, found }, words) =>
    zh`safetensors 文件以文件头的长度开头，最多 ${words.number(most)} 个字节，但此文件开头的数是 ${words.number(BigInt(found))}`,
  'safetensors.noHeader': 'safetensors 文件的文件头是一个 JSON 对象，以“{”开头，但此文件不是这样',
  'safetensors.headerCut': ({ length, found }, words) =>
    zh`文件头应有 ${words.number(length)} 个字节，但后面只有 ${words.number(found)} 个`,
  'safetensors.headerNotUtf8': '文件头应为 UTF-8 文本，但实际不是',
  'safetensors.keyTwice': ({ key }, words) => zh`${words.quote(key)}在文件头中出现了两次`,
  'safetensors.unexpected': ({ place, expected, found }, words) =>
    zh`文件头的第 ${words.number(place)} 个字符处应为${words.say(expected)}，但实际为${found === null ? '文件头的结尾' : words.quote(found)}`,
  'safetensors.character': ({ character }, words) => words.quote(character),
  'safetensors.commaOr': ({ character }, words) =>
    words.list([words.quote(','), words.quote(character)], 'or'),
  'safetensors.textInQuotes': '带引号的文本',
  'safetensors.textOfUnicode': '由完整的 Unicode 字符组成的文本',
  'safetensors.wholeNumber': ({ most }, words) => zh`从 0 到 ${words.number(most)} 的整数`,
  'safetensors.end': '文件头的结尾',
  'safetensors.unknownField': ({ name, field }, words) =>
    zh`${words.quote(name)}有字段${words.quote(field)}，safetensors 格式中没有这个字段`,
  'safetensors.noField': ({ name, field }, words) => zh`${words.quote(name)}缺少${words.quote(field)}`,
  'safetensors.notTwoOffsets': ({ name, found }, words) =>
    zh`${words.quote(name)}的“data_offsets”应为两个数，但实际有 ${words.number(found)} 个`,
  'safetensors.beginsElsewhere': ({ name, expected, found }, words) =>
    zh`${words.quote(name)}应从数值部分的字节 ${words.number(expected)}，即前面各数组结束之处开始，但实际从字节 ${words.number(found)} 开始`,
  'safetensors.notCovered': ({ described, found }, words) =>
    zh`文件头描述了 ${words.number(described)} 个字节的数值，但后面有 ${words.number(found)} 个字节`,
  'safetensors.shapeTooLarge': ({ name, shape }, words) =>
    zh`${words.quote(name)}的形状为 [${shape}]，超出了任何文件的容量`,
  'safetensors.otherBytes': ({ name, shape, needed, begin, end }, words) =>
    zh`${words.quote(name)}的形状为 [${shape}]，需要 ${words.number(needed)} 个字节，但占用的是从 ${words.number(begin)} 到 ${words.number(end)} 的字节`,
  'safetensors.otherNumbers': ({ file, name, wanted, found }, words) =>
    zh`${words.file(file)}中有 Unroll 不读取的数值类型：${words.quote(name)}应为 ${words.list(wanted, 'or')}，但实际为${words.quote(found)}；请在 PyTorch 中用 .float() 转换权重后重新保存。`,
}
