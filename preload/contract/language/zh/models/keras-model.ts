import type { Translated } from '../../catalogue'
import { zh } from '../../chinese'
import type { kerasModel as en } from '../../en/models/keras-model'

const BUILD_WITH = 'keras.Sequential 或 keras.Model(inputs, outputs)'

export const kerasModel: Translated<typeof en> = {
  'kerasModel.otherModel': ({ what }, words) =>
    zh`${words.say(what)}；请选择由 SimpleRNN、GRU 或 LSTM 层依次相连、最后在每个时间步有一个线性 Dense 层的模型`,
  'kerasModel.layer': ({ name, className }, words) => zh`层${words.quote(name)}（${words.say(className)}）`,
  'kerasModel.quantized': ({ layer, policy }, words) =>
    zh`${words.say(layer)}应以浮点数计算，但已被量化（${words.say(policy)}）`,
  'kerasModel.ownClass': ({ layer }, words) =>
    zh`${words.say(layer)}的类是自定义的：它计算什么写在 Python 代码中，而文件中没有这些代码`,
  'kerasModel.ownClassInside': ({ layer, found }, words) =>
    zh`${words.say(layer)}中应有一个 Dense 层，但实际为自定义的类${words.say(found)}`,
  'kerasModel.hasActivation': ({ layer, found }, words) =>
    zh`${words.say(layer)}应没有激活函数，但实际为${words.say(found)}`,
  'kerasModel.activationInside': ({ layer, className, found }, words) =>
    zh`${words.say(layer)}在每个时间步应用 ${className}，其中应没有激活函数，但实际为${words.say(found)}`,
  'kerasModel.appliesInside': ({ layer, className }, words) =>
    zh`${words.say(layer)}在每个时间步应用${words.say(className)}`,
  'kerasModel.noSuchLayer': ({ layer }, words) => zh`${words.say(layer)}不是 Unroll 中有的层`,
  'kerasModel.bothDirections': ({ layer }, words) =>
    zh`${words.say(layer)}还沿时间反向读取窗口，Unroll 的网络都不这样做`,
  'kerasModel.masking': ({ layer }, words) => zh`${words.say(layer)}会跳过时间步，Unroll 的网络都不这样做`,
  'kerasModel.pythonCode': ({ layer }, words) =>
    zh`${words.say(layer)}是 Python 代码，Unroll 的网络都不运行代码`,
  'kerasModel.turnsAxis': ({ layer }, words) => zh`${words.say(layer)}把一个轴反转，Unroll 的网络都不这样做`,
  'kerasModel.repeatsVector': ({ layer }, words) =>
    zh`${words.say(layer)}在每个时间步重复同一个向量，Unroll 的网络都不这样做`,
  'kerasModel.joinsTimeSteps': ({ layer }, words) =>
    zh`${words.say(layer)}把各时间步拼接在一起，Unroll 的网络都不这样做`,
  'kerasModel.otherUnits': ({ layer, least, most, found }, words) =>
    zh`${words.say(layer)}的 units 应为 ${words.number(least)} 到 ${words.number(most)}，但实际为${words.say(found)}`,
  'kerasModel.otherUseBias': ({ layer, found }, words) =>
    zh`${words.say(layer)}的 use_bias 应为 true 或 false，但实际为${words.say(found)}`,
  'kerasModel.returnsLastOnly': ({ layer, found }, words) =>
    zh`${words.say(layer)}应有 return_sequences=True，使每个时间步都有预测，但实际为${words.say(found)}`,
  'kerasModel.goesBackwards': ({ layer, found }, words) =>
    zh`${words.say(layer)}应有 go_backwards=False，但实际为${words.say(found)}：输入会沿时间反向读取`,
  'kerasModel.timeMajor': ({ layer, found }, words) =>
    zh`${words.say(layer)}应有 time_major=False，但实际为${words.say(found)}`,
  'kerasModel.otherCellCount': ({ layer, most, found }, words) =>
    zh`${words.say(layer)}应有 1 到 ${words.number(most)} 个单元，但实际有 ${words.number(found)} 个`,
  'kerasModel.otherCells': ({ layer, found }, words) =>
    zh`${words.say(layer)}的单元应为 SimpleRNN、GRU 或 LSTM，但实际为${words.say(found)}`,
  'kerasModel.otherActivation': ({ layer, expected, found }, words) =>
    zh`${words.say(layer)}的激活函数应为 ${words.list(expected, 'or')}，但实际为${words.say(found)}`,
  'kerasModel.otherGateActivation': ({ layer, found }, words) =>
    zh`${words.say(layer)}的 recurrent_activation 应为 sigmoid，但实际为${words.say(found)}`,
  'kerasModel.noGateActivation': ({ layer }, words) =>
    zh`${words.say(layer)}的 recurrent_activation 应为 sigmoid，但没有指定，这在 TensorFlow.js 中等于 hardSigmoid`,
  'kerasModel.resetsBefore': ({ layer, found }, words) =>
    zh`${words.say(layer)}应在循环乘积之后应用重置门（reset_after=True），但 reset_after 实际为${words.say(found)}`,
  'kerasModel.resetLeftOut': ({ layer }, words) =>
    zh`${words.say(layer)}应在循环乘积之后应用重置门（reset_after=True），但没有指定 reset_after，这在旧版 Keras 和 TensorFlow.js 中等于 false`,
  'kerasModel.noClass': ({ found }, words) =>
    zh`文件应说明模型的类，但实际为${words.say(found)}；请重新保存整个模型`,
  'kerasModel.ownModelClass': ({ className }, words) =>
    zh`这是自定义的类${words.quote(className)}的模型：它计算什么写在 Python 代码中，而文件中没有这些代码；请用 ${BUILD_WITH} 构建模型后保存`,
  'kerasModel.noLayers': ({ found }, words) => zh`模型应列出各层，但实际为${words.say(found)}`,
  'kerasModel.manyMoreLayers': '模型应有 1 到 4 个循环层和一个 Dense 层，但实际多得多',
  'kerasModel.namelessLayer': ({ number }, words) =>
    zh`每一层都应有类和名称，但第 ${words.number(number)} 层没有`,
  'kerasModel.sameNames': ({ name }, words) => zh`各层的名称应不同，但有两层都叫${words.quote(name)}`,
  'kerasModel.returnsState': ({ layer }, words) =>
    zh`在 Sequential 模型中，${words.say(layer)}应有 return_state=False，但实际为 true`,
  'kerasModel.laterInput': ({ layer, number }, words) =>
    zh`${words.say(layer)}应为第一层，但实际为第 ${words.number(number)} 层`,
  'kerasModel.otherInputs': ({ layers }, words) =>
    zh`模型应有 1 个输入，但${layers.length === 0 ? '没有' : zh`实际有 ${words.number(layers.length)} 个：${words.quotedList(layers)}`}`,
  'kerasModel.otherOutputs': ({ layers }, words) =>
    zh`模型应有 1 个输出，但${layers.length === 0 ? '没有' : zh`实际有 ${words.number(layers.length)} 个：${words.quotedList(layers)}`}`,
  'kerasModel.leadsNowhere': ({ name }, words) => zh`各层应从输入通到输出，但在${words.quote(name)}处中断`,
  'kerasModel.comesFromElsewhere': ({ name }, words) =>
    zh`模型的输出应来自其输入，但实际来自${words.quote(name)}`,
  'kerasModel.usesStates': ({ layer, number }, words) =>
    zh`应使用${words.say(layer)}的输出，但使用的是它的状态（第 ${words.number(number)} 个输出）`,
  'kerasModel.noCall': ({ layer }, words) => zh`${words.say(layer)}应说明以什么调用它，但没有说明`,
  'kerasModel.operation': ({ layer }, words) =>
    zh`${words.say(layer)}是对层的输出的运算，Unroll 的网络都不这样做`,
  'kerasModel.otherCalls': ({ layer, found }, words) =>
    zh`${words.say(layer)}应只调用一次，但调用了 ${words.number(found)} 次`,
  'kerasModel.calledWithNone': ({ layer }, words) =>
    zh`${words.say(layer)}应以一个层的输出调用，但没有任何层的输出`,
  'kerasModel.calledWithSeveral': ({ layer, layers }, words) =>
    zh`${words.say(layer)}应以一个层的输出调用，但实际用了${words.quotedList(layers)}的输出`,
  'kerasModel.calledAsInTraining': ({ layer }, words) =>
    zh`${words.say(layer)}应只以前一层的输出调用，但还带有 training=True，因此它始终像在训练中那样计算`,
  'kerasModel.calledWithMore': ({ layer, found }, words) =>
    zh`${words.say(layer)}应只以前一层的输出调用，但调用时用了${words.say(found)}`,
  'kerasModel.notAnOutput': '层的输出以外的内容',
  'kerasModel.anotherArgument': '一个数或别的参数',
  'kerasModel.otherInput': ({ most, found }, words) =>
    zh`模型的输入应为 [批，时间步，输入]，其中输入有 1 到 ${words.number(most)} 个，但实际为${words.say(found)}`,
  'kerasModel.noRecurrentLayer': ({ most, classNames }, words) =>
    zh`模型应有 1 到 ${words.number(most)} 个循环层，但没有循环层${classNames.length === 0 ? '' : zh`，只有${words.quotedList(classNames)}`}`,
  'kerasModel.tooManyRecurrent': ({ most, found }, words) =>
    zh`模型应有 1 到 ${words.number(most)} 个循环层，但实际有 ${words.number(found)} 个`,
  'kerasModel.severalCells': ({ cells }, words) =>
    zh`各循环层的单元类型应相同，但实际为 ${words.list(cells)}`,
  'kerasModel.severalSizes': ({ sizes }, words) =>
    zh`各循环层的单元数应相同，但实际为 ${words.list(sizes.map(words.number))}`,
  'kerasModel.otherEnd': ({ className }, words) =>
    zh`模型应以 Dense 层结束，但实际以${words.quote(className)}结束`,
  'kerasModel.manyOutputs': ({ most, found }, words) =>
    zh`每个时间步应有 1 到 ${words.number(most)} 个输出，但实际有 ${words.number(found)} 个`,
}
