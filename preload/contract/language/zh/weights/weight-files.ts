import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { weightFiles as en } from '../../en/weights/weight-files'

export const weightFiles: Translated<typeof en> = {
  'weightFiles.notWeights': ({ file, what, choose }, words) =>
    zh`${words.file(file)}不是权重文件：${words.say(what)}；请选择${words.say(choose)}。`,
  'weightFiles.chooseSafetensors': 'Unroll 或 PyTorch 保存的 .safetensors 文件',
  'weightFiles.damaged': ({ file, what }, words) =>
    zh`${words.file(file)}是已损坏的权重文件：${words.say(what)}；请重新保存或复制，或选择别的文件。`,
  'weightFiles.mismatch': ({ file, what }, words) =>
    zh`${words.file(file)}与 Unroll 的网络不符：${words.say(what)}。`,
  'weightFiles.damagedMetadata': ({ file, what }, words) =>
    zh`${words.file(file)}的元数据已损坏：${words.say(what)}；请重新保存，或选择别的文件。`,
  'weightFiles.namesOtherFolder': ({ file, found }, words) =>
    zh`${words.file(file)}应指向同一文件夹中的文件，但指向的是${words.quote(found)}；请选择由导出程序写出的文件。`,
  'weightFiles.numbersMissing': ({ file, beside }, words) =>
    zh`${words.file(file)}的数值应在旁边的文件${words.quote(beside)}中，但没有叫这个名字的文件；请把两个文件放进同一个文件夹。`,
  'weightFiles.beyondFloat32': ({ name, value }, words) =>
    zh`其中的 float64 数值应在 float32 的范围内，即不超过 3.4e38，但${words.quote(name)}中有一个为 ${value}；请选择未发散的训练所得的权重`,
  'weightFiles.notSavable': '权重必须是有限数才能保存，但此运行已发散；请降低学习率，然后按“重置”。',
  'weightFiles.notFinite': ({ number, name, value }, words) =>
    zh`权重必须是有限数，但${words.quote(name)}的第 ${words.number(number)} 个数为 ${value}；请选择未发散的训练所得的权重`,
}
