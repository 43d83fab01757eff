import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { kerasFile as en } from '../../en/models/keras-file'

const BUILD_WITH = 'keras.Sequential 或 keras.Model(inputs, outputs)'
const SAVE_WHOLE = '用 model.save("model.keras") 保存整个模型，再载入该文件'

export const kerasFile: Translated<typeof en> = {
  'kerasFile.choose': '由 Keras 的 model.save 或 save_weights，或者由 Unroll 写出的模型或权重文件',
  'kerasFile.otherArchive': ({ config, weights }, words) =>
    zh`.keras 压缩包中有${words.quotedList([config, weights])}，但此文件中没有`,
  'kerasFile.noJson': ({ name }, words) => zh`其中的${words.quote(name)}应为 JSON 文本，但实际不是`,
  'kerasFile.notHdf5': '权重文件 .weights.h5 是 HDF5 文件，开头应有其标志，但此文件没有',
  'kerasFile.unreadable': '看来是 HDF5 文件，但无法按 HDF5 读取',
  'kerasFile.otherNumbers': ({ file, name, kind, bits }, words) =>
    zh`${words.file(file)}中有 Unroll 不读取的数值类型：${words.quote(name)}中应为浮点数，但实际为 ${words.number(bits)} 位的${words.say(kind)}；请以 float32 重新保存模型。`,
  'kerasFile.integers': '整数',
  'kerasFile.floats': '浮点数',
  'kerasFile.times': '时间',
  'kerasFile.texts': '文本',
  'kerasFile.bitFields': '位域',
  'kerasFile.opaqueBytes': '无类型的字节',
  'kerasFile.somethingElse': '别的内容',
  'kerasFile.numbersElsewhere': ({ name }, words) =>
    zh`${words.quote(name)}中应有浮点数本身，但这些数在别的文件中`,
  'kerasFile.tooManyNumbers': ({ name, most, shape }, words) =>
    zh`${words.quote(name)}中应为一维或二维、不超过 ${words.number(most)} 个的浮点数，但声明的形状为 [${shape}]`,
  'kerasFile.unreadableNumbers': ({ name, shape }, words) =>
    zh`${words.quote(name)}中应有形状为 [${shape}] 的浮点数，但无法读取`,
  'kerasFile.noModel': ({ weights, model }, words) =>
    zh`其中有整个模型的权重${words.quote(weights)}，但没有模型本身${words.quote(model)}`,
  'kerasFile.noLayers': ({ own }, words) =>
    zh`Keras 3 的权重文件中应有层的组“layers”，但此文件中没有${own.length === 0 ? '' : zh`，只有${words.quotedList(own)}`}；如果模型属于自定义的类，请用 ${BUILD_WITH} 构建`,
  'kerasFile.otherShape': ({ place, variable, layer, shape, found }, words) =>
    zh`按其中的模型，层${words.quote(layer)}的 ${variable}，即${words.quote(place)}，形状应为 [${shape}]，但实际为 [${found}]；请重新保存模型`,
  'kerasFile.notThere': ({ place, variable, layer, shape }, words) =>
    zh`按其中的模型，层${words.quote(layer)}的 ${variable}，即${words.quote(place)}，形状应为 [${shape}]，但文件中没有这个数组；请重新保存模型`,
  'kerasFile.noWeights': '其中的模型没有权重；请用 model.save 保存',
  'kerasFile.otherArrayCount': ({ layer, expected, found }, words) =>
    zh`按其中的模型，层${words.quote(layer)}应有 ${words.number(expected)} 个数组，但实际有 ${words.number(found)} 个；请重新保存模型`,
  'kerasFile.noArrayList': ({ layer }, words) => zh`层${words.quote(layer)}应列出其数组，但没有列出`,
  'kerasFile.noBytes': ({ name }, words) => zh`${words.quote(name)}中应为字节，但实际不是`,
  'kerasFile.noTexts': ({ name }, words) => zh`${words.quote(name)}应为各值都是文本的 JSON 对象，但实际不是`,
  'kerasFile.noLayerList': ({ name }, words) => zh`${words.quote(name)}应列出各层，但没有列出`,
  'kerasFile.manyLayers': ({ found }, words) =>
    zh`其中应有 1 到 4 个循环层和一个 Dense 层，但实际有 ${words.number(found)} 层；请在 Keras 中${SAVE_WHOLE}`,
  'kerasFile.emptyLayer': ({ layer }, words) =>
    zh`这是 Keras 2 的权重文件，其中没有说明层${words.quote(layer)}做什么，而该层又没有权重；请在 Keras 中${SAVE_WHOLE}`,
  'kerasFile.arrayMissing': ({ name }, words) => zh`${words.quote(name)}应为数组，但文件中没有它`,
  'kerasFile.oddArrays': ({ layer, arrays }, words) =>
    zh`其中应为 SimpleRNN、GRU 或 LSTM 层和一个 Dense 层，但层${words.quote(layer)}有${words.quotedList(arrays)}；请选择这样的模型的权重`,
  'kerasFile.otherLayerCounts': ({ recurrent, dense }, words) =>
    zh`其中应先有循环层，再有一个 Dense 层，但实际有 ${words.number(recurrent)} 个循环层和 ${words.number(dense)} 个 Dense 层；请选择这样的模型的权重`,
  'kerasFile.ownClass': ({ groups }, words) =>
    zh`这是自定义的类的模型，其中有${words.quotedList(groups)}：它们如何连接写在 Python 代码中，而文件中没有这些代码；请用 ${BUILD_WITH} 构建模型`,
  'kerasFile.manyGroups': ({ found }, words) =>
    zh`其中应有 1 到 4 个循环层和一个 Dense 层，但实际有 ${words.number(found)} 组层；请选择这样的模型的权重`,
  'kerasFile.otherLayer': ({ path }, words) =>
    zh`其中应为 SimpleRNN、GRU 或 LSTM 层和一个 Dense 层，但还有${words.quote(path)}，而文件没有说明它做什么；请选择这样的模型的权重，或${SAVE_WHOLE}`,
  'kerasFile.severalClasses': ({ classes }, words) =>
    zh`各循环层应属于同一个类，但${classes.length === 0 ? '没有循环层' : zh`实际为 ${words.list(classes)}`}；请选择只有 SimpleRNN、GRU 或 LSTM 层的权重`,
  'kerasFile.severalModels': ({ paths }, words) =>
    zh`文件应说明各循环层的顺序，但它们分散在几个模型中：${words.quotedList(paths)}；请${SAVE_WHOLE}`,
  'kerasFile.otherDenseCount': ({ found }, words) =>
    zh`其中应有一个 Dense 层，但实际有 ${words.number(found)} 个；请选择以 Dense(1) 结束的模型的权重，或${SAVE_WHOLE}`,
  'kerasFile.otherColumns': ({ path, gates, shape }, words) =>
    zh`${words.quote(path)}的循环核的列数应为行数的 ${words.number(gates)} 倍，但其形状为 [${shape}]；请选择这样的层的权重`,
  'kerasFile.notBuilt': ({ place, count }, words) =>
    zh`${words.quote(place)}中应有 ${words.number(count)} 个数组，没有偏置时少一个，但实际不是；请选择已构建的模型的权重`,
}
