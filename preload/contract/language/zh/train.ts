import type { Translated } from '../catalogue'
import { zh } from '../chinese'
import type { train as en } from '../en/train'

export const train: Translated<typeof en> = {
  'train.usage': ({ usage }) => zh`用法：${usage} [选项]`,
  'train.about': ({ updates, seed }, words) =>
    zh`用应用自己的训练进程在此终端中训练：每次更新输出一行，列出其窗口、损失和梯度范数。不带选项时按课程训练：
${words.number(updates)} 次更新，种子 ${String(seed)}。括号里是取值范围，以及省略该选项时的值。`,
  'train.whereItBegins': '从哪里开始',
  'train.presetHelp': '采用课程中某个程序的设置；其他选项可以改动这些设置',
  'train.seriesHelp': '改为学习这个序列，采用适合它的设置；其他选项可以修改这些设置',
  'train.inputHelp': '网络看到的输入列；可以多次给出',
  'train.targetHelp': '网络要给出的目标列，在 --horizon 个时间步之后',
  'train.splitHelp': '序列用于训练、验证和测试的百分比（70/15/15）',
  'train.loadHelp': '从文件中的权重继续，并采用文件中的设置；文件没有说明的可以另外给出',
  'train.settings': '设置',
  'train.rangeHelp': ({ help, min, max, usual }, words) =>
    zh`${words.say(help)}（${words.number(min)} 到 ${words.number(max)}；默认 ${String(usual)}）`,
  'train.namesAndUsual': ({ names, usual }) => zh`${names.join('、')}（默认 ${usual}）`,
  'train.switchesHelp': '与上面两项相反，用于预设另有规定时',
  'train.engineHelp': ({ engines }) =>
    zh`计算更新所用的引擎：${engines.join('、')}（默认 ${String(engines[0])}）；算出的数值相同`,
  'train.whatComesOut': '输出什么',
  'train.jsonHelp':
    '每次更新输出一行，是一个 JSON 对象，含有它的预测；学习序列时按行和列给出（见 docs/data.md）',
  'train.saveHelp': '结束时写出权重；可以给出多次，格式由文件名的结尾决定：',
  'train.namesHelp': ({ ending, names }) =>
    zh`${ending} 文件中的数组采用哪个框架的名字：${names.join('、')}（默认 ${String(names[0])}）`,
  'train.scriptHelp': '在文件旁边写一个 Python 脚本，用来重建网络并载入该文件',
  'train.forceHelp': `替换与脚本或权重文件 .weights.bin 同名的已有文件；命令中指定的文件总会被替换，
它旁边的文件只有给出此选项时才会`,
  'train.figureHelp': '结束时画出课程的图（.svg）：目标为红色，预测为蓝色',
  'train.ctrlC': 'Ctrl-C 提前结束训练：要求写出的文件仍会写出；按两次则立即结束。',
  'train.onlyOptions': ({ word }) =>
    zh`train 只接受选项，给出的却是“${word}”；请去掉它，或在它前面写上选项。`,
  'train.theNames': '数组的名字',
  'train.thePreset': '预设',
  'train.namesForNpz': '--names 用于 .npz 文件，但没有要保存的 .npz 文件；请去掉它，或保存一个。',
  'train.scriptFor': ({ endings }) =>
    zh`--script 用于 ${endings.join('、')} 文件，但没有要保存的这类文件；请去掉它，或保存一个。`,
  'train.figureName': ({ given }) =>
    zh`图的文件名必须以 .svg 结尾，给出的却是“${given}”；图以 SVG 格式写出。`,
  'train.overMean': '比均值',
  'train.overPersistence': '比前值',
  'train.overSeasonal': '比季节',
  'train.overLinear': '比线性',
  'train.skill': '“比”参照规则：它的均方误差减少了多少；低于 0% 表示参照规则更好。',
  'train.rival': ({ rival, what }, words) => zh`${words.say(rival)}：${words.say(what)}`,
  'train.theSeries': '序列',
  'train.presetBesideSeries': ({ option }) =>
    zh`课程的程序有自己的曲线，但 --preset 与 ${option} 同时给出；请去掉其中一个。`,
  'train.dataBesideSeries': '一次只学习一个序列，但 --data 与 --series 同时给出；请去掉其中一个。',
  'train.onlyOfSeries': ({ option }) =>
    zh`${option} 只用于序列，但现在学习的是课程的曲线；请用 --series 指定一个序列，用 --data 指定一个表格，或去掉 ${option}。`,
  'train.noSplit': ({ given }) =>
    zh`--split 必须是合计 100 的三个数，例如 70/15/15，但给出的是“${given}”；请写出训练、验证和测试的百分比。`,
  'train.setupHelp': '从这个设置代码的设置开始；其他选项可以修改这些设置',
  'train.setupBeside': ({ option }) =>
    zh`设置代码含有全部设置，但 --setup 与 ${option} 同时给出；请去掉其中一个。`,
  'train.setupOfTable': ({ name, columns }, words) =>
    zh`这个设置代码用于${words.quote(name)}的列${words.quotedList(columns)}，代码无法附带它；请用 --data FILE 同时给出该文件。`,
  'train.setupOfOtherTable': ({ name }, words) =>
    zh`生成这个设置代码的表格与${words.quote(name)}的数不同；这是另一次运行。`,
  'train.setupCode': ({ code }) => zh`设置代码：${code}`,
  'train.presetBesideLoad': '权重文件自带网络，但 --load 之外又给出了 --preset；请去掉其中一个。',
  'train.contradiction': ({ option, given, file, brought }) =>
    zh`给出了 ${option} ${given}，但“${file}”中是 ${brought}；请去掉 ${option}，或载入别的文件。`,
  'train.lessonLoaded': ({ option, file }) =>
    zh`${option} 属于序列，但“${file}”学习的是课程的曲线；请去掉 ${option}，或载入别的文件。`,
  'train.diverged': ({ update, unsaved }) =>
    zh`损失、梯度和权重必须始终是有限数，但在第 ${String(update)} 次更新时不再是${unsaved ? '，因此没有保存权重' : ''}；请降低学习率。`,
  'train.network': ({ network, parameters }, words) => zh`${network}，${words.number(parameters)} 个参数`,
  'train.rescued': ({ path }) => zh`权重无法保存到原定的位置，现在保存在 ${path}。`,
  'train.lost': '权重也无法保存到任何别的位置，已经丢失。',
  'train.update': '更新',
  'train.window': '窗口',
  'train.timeSteps': '时间步',
  'train.loss': '损失',
  'train.gradientNorm': '梯度范数',
  'train.meanLoss': '平均损失',
  'train.validationLoss': '验证损失',
  'train.rows': '窗口（行）',
  'train.date': ({ time, unit }, words) => words.date(time, unit),
  'train.pictureSeriesTarget': '目标',
  'train.pictureRow': '行',
  'train.pictureTarget': '目标（cos）',
  'train.picturePrediction': '预测',
  'train.pictureTime': 't（弧度）',
}
