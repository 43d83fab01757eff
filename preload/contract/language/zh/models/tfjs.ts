import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { tfjs as en } from '../../en/models/tfjs'

export const tfjs: Translated<typeof en> = {
  'tfjs.notAModel': ({ file, what }, words) =>
    zh`${words.file(file)}不是 TensorFlow.js 的层模型（layers-model）：${words.say(what)}；请选择由 Unroll 或 model.save 保存的 .json 文件。`,
  'tfjs.noJson': '文件应为 JSON 对象，但不是 JSON 文本',
  'tfjs.noObject': ({ found }, words) => zh`文件应为 JSON 对象，但实际为${words.say(found)}`,
  'tfjs.graphModel': '这是计算图模型（graph model），其中的层已被拆散',
  'tfjs.otherFormat': ({ found }, words) =>
    zh`格式字段“format”应为“layers-model”，但实际为${words.say(found)}`,
  'tfjs.noTopology': ({ found }, words) => zh`文件应有“modelTopology”，但实际为${words.say(found)}`,
  'tfjs.notAText': ({ key, found }, words) => zh`${words.quote(key)}应为文本，但实际为${words.say(found)}`,
  'tfjs.noManifest': ({ found }, words) =>
    zh`文件应有列出权重的列表“weightsManifest”，但实际为${words.say(found)}`,
  'tfjs.incompleteGroup': '“weightsManifest”的每一组都应列出文件“paths”和权重“weights”，但有一组没有',
  'tfjs.pathTwice': ({ path }, words) => zh`每个权重文件应只指明一次，但${words.say(path)}出现了两次`,
  'tfjs.otherFolder': ({ path }, words) => zh`权重应在同一个文件夹中，但指向的是${words.say(path)}`,
  'tfjs.tooLarge': ({ file, most, found }, words) =>
    zh`${words.file(file)}太大，不可能是权重：各数组合计最多应有 ${words.number(most)} 个字节，但声明了 ${words.number(found)} 个；请选择较小的文件。`,
  'tfjs.notListed': ({ name }, words) => zh`其中应列出权重${words.quote(name)}，但没有列出`,
  'tfjs.noShape': ({ name, found }, words) => zh`${words.say(name)}应有形状，但实际为${words.say(found)}`,
  'tfjs.ofNoLayer': ({ name }, words) => zh`其中应只有各层的权重，但${words.say(name)}不属于任何一层`,
  'tfjs.listedTwice': ({ name }, words) => zh`每个权重应只列出一次，但${words.say(name)}出现了两次`,
  'tfjs.otherShape': ({ name, shape, found }, words) =>
    zh`按模型的层，${words.say(name)}的形状应为 [${shape}]，但实际为${words.say(found)}`,
  'tfjs.sameLayerNames': ({ name }, words) => zh`各层的名称应不同，但有两层都叫${words.quote(name)}`,
  'tfjs.otherNumbers': ({ file, name, found }, words) =>
    zh`${words.file(file)}中有 Unroll 不读取的数值类型：${words.say(name)}应为 float32，但实际为${words.say(found)}；请以 float32 重新保存模型。`,
  'tfjs.otherQuantization': ({ file, name, found, scale, min }, words) =>
    zh`${words.file(file)}中有 Unroll 不读取的数值类型：${words.say(name)}应量化为 float16，或量化为带有 scale 和 min 的 uint8 或 uint16，但实际量化为${words.say(found)}，scale 为${words.say(scale)}，min 为${words.say(min)}；请重新转换模型。`,
  'tfjs.otherBytes': ({ needed, paths, found }, words) =>
    zh`权重在${paths.length === 1 ? words.quotedList(paths) : zh` ${words.number(paths.length)} 个文件`}中应有 ${words.number(needed)} 个字节，但实际${found > needed ? '更多' : zh`有 ${words.number(found)} 个`}`,
  'tfjs.notOneExport': ({ file, beside }, words) =>
    zh`${words.file(file)}与${words.quotedList(beside)}不是同一次导出的：其中一个被单独替换过，或保存时中断了；请重新导出模型。`,
  'tfjs.holdsNoGru': ({ file }, words) =>
    zh`${words.file(file)}不能保存 GRU：TensorFlow.js 的 GRU 在循环乘积之前应用重置门，是另一个函数；请选择别的格式。`,
  'tfjs.holdsNoSuchBiases': ({ file }, words) =>
    zh`${words.file(file)}不能保存这些偏置：这里有两个偏置的地方，TensorFlow.js 只有一个，而两者之和不是有限的 float32 数；请选择别的格式。`,
  'tfjs.otherNetwork': ({ key, expected, found }, words) =>
    zh`${words.quote(key)}应与各层相符，为${words.say(expected)}，但实际为${words.say(found)}`,
}
