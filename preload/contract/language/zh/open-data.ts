import type { Translated } from '../catalogue'
import { zh } from '../chinese'
import type { openData as en } from '../en/open-data'
import { minus, type Words } from '../words'

const UNITS = { day: '天', hour: '小时', minute: '分钟', second: '秒' } as const

export const openData: Translated<typeof en> = {
  'openData.title': '打开数据',
  'openData.ways': '数据的来源',
  'openData.file': '文件',
  'openData.paste': '粘贴',
  'openData.draw': '手绘',
  'openData.cancel': '取消',
  'openData.back': '上一步',
  'openData.opening': '正在打开……',

  'openData.fileExplained':
    '保存为文本的表格：CSV、TSV，或者用分号、竖线或空格隔开的各列。一行是一个时间步，一列是一种测量或计数的量。',
  'openData.fileDropped': ({ keys }) => zh`也可以把文件拖放到这里，或在任何地方按 ${keys} 粘贴表格。`,
  'openData.chooseFile': '选择文件…',
  'openData.pasteExplained': '从电子表格或编辑器中复制单元格，粘贴到这里。',
  'openData.pasted': '表格',
  'openData.usePasted': '使用这张表格',

  'openData.drawExplained': '用指针从左到右画一条曲线。后画的笔画会取代它经过的部分。',
  'openData.drawing': ({ timeSteps, strokes }, words) =>
    strokes === 0
      ? '还没有画任何内容。'
      : zh`一条 ${words.number(timeSteps)} 个时间步的曲线，共 ${words.number(strokes)} 笔。`,
  'openData.drawHere': '在这里画',
  'openData.undoStroke': '撤销一笔',
  'openData.clear': '清除',
  'openData.length': '长度',
  'openData.lengthOf': ({ timeSteps }, words) => zh`${words.number(timeSteps)} 个时间步`,
  'openData.byKeys': '用键盘画',
  'openData.point': ({ timeStep }, words) => zh`第 ${words.number(timeStep)} 个时间步的高度`,
  'openData.useDrawing': '使用这条曲线',
  'openData.nothingDrawn': '还没有曲线；请画一条，或移动它的一个点。',

  'openData.tableTitle': '表格的读法',
  'openData.table': ({ name, bytes }, words) => zh`${words.say(name)}，${words.say(bytes)}`,
  'openData.pastedName': '粘贴的表格',
  'openData.named': ({ name }) => name,
  'openData.pleaseChoose': '请选择',
  'openData.asks': ({ count }, words) => zh`表格有 ${words.number(count)} 处不能确定；请选择：`,
  'openData.asked': '表格没有说明、已作出选择的地方：',
  'openData.choices': '读法',
  'openData.encoding': '编码',
  'openData.delimiter': '分隔符',
  'openData.decimal': '小数点',
  'openData.thousands': '千位分组',
  'openData.header': '第一行',
  'openData.time': '时间列',
  'openData.timeFormat': '时间的写法',
  'openData.badRows': '无法读取的行',
  'openData.missing': '另外视为缺失',
  'openData.missingExample': '-999, n.a.',
  'openData.missingExplained': '空单元格、NA、NaN、null 等总是算作缺失的值。',

  'openData.utf8': 'UTF-8',
  'openData.utf16le': 'UTF-16，小端序',
  'openData.utf16be': 'UTF-16，大端序',
  'openData.gbk': 'GBK（中文）',
  'openData.windows1252': 'Windows-1252（西文）',
  'openData.comma': '逗号',
  'openData.semicolon': '分号',
  'openData.tab': '制表符',
  'openData.bar': '竖线 |',
  'openData.space': '空格',
  'openData.decimalPoint': '句点：0.5',
  'openData.decimalComma': '逗号：0,5',
  'openData.noThousands': '不分组：1234',
  'openData.thousandsComma': '逗号：1,234',
  'openData.thousandsPoint': '句点：1.234',
  'openData.thousandsSpace': '空格：1 234',
  'openData.thousandsApostrophe': "撇号：1'234",
  'openData.aboveThousand': '大于一千的数',
  'openData.threeDecimals': '有三位小数的数',
  'openData.grouped': '按千位分组',
  'openData.notGrouped': '不分组',
  'openData.twoNumbers': '两个数',
  'openData.oneNumber': '一个以逗号为小数点的数',
  'openData.headerNames': '列名',
  'openData.headerValues': '数值',
  'openData.noTime': '无：按行计数',
  'openData.timeIn': ({ column, format }, words) => zh`列${words.quote(column)}：${words.say(format)}`,
  'openData.iso': '年在前：2020-12-31',
  'openData.dayMonthYear': '日在前：31.12.2020',
  'openData.monthDayYear': '月在前：12/31/2020',
  'openData.yearMonth': '年和月：2020-12',
  'openData.unixSeconds': '自 1970 年起的秒数',
  'openData.unixMilliseconds': '自 1970 年起的毫秒数',
  'openData.year': '年份：2020',
  'openData.number': '一个数',
  'openData.onlyUsual': '否：它是一个值',
  'openData.alsoMissing': ({ marks }, words) => zh`是：${words.quotedList(marks)}表示缺失`,
  'openData.refuse': '拒绝整张表格',
  'openData.drop': '略去这些行',

  'openData.preview': ({ rows }, words) => zh`前 ${words.number(rows)} 行`,
  'openData.line': '行号',
  'openData.moreColumns': ({ shown, all }, words) =>
    zh`共 ${words.number(all)} 列，这里显示前 ${words.number(shown)} 列。`,
  'openData.useNumber': '数',
  'openData.useTime': '时间',
  'openData.useText': '文本，不使用',
  'openData.useEmpty': '暂时为空',
  'openData.read': '读取表格',
  'openData.reading': '正在读取……',
  'openData.readTo': ({ rows, percent }, words) =>
    zh`已读取 ${words.number(rows)} 行，${words.number(percent)}%`,

  'openData.rolesTitle': '要学习的内容',
  'openData.readRows': ({ rows, columns }, words) =>
    zh`${words.number(rows)} 个时间步，${words.number(columns)} 列。`,
  'openData.lost': ({ rows, why, lines }, words) =>
    zh`略去了 ${words.number(rows)} 行，因为${words.say(why)}：第 ${lines.map((line) => words.number(line)).join('、')} 行${rows > lines.length ? '等' : ''}。`,
  'openData.irregular': ({ percent, median, greatest, after }, words) =>
    zh`各时间步的间隔不均匀：有 ${typeof percent === 'number' ? words.number(percent) : words.say(percent)}% 的时间步与前一个相隔不是 ${words.say(median)}；最长的间隔是 ${words.say(greatest)}，在第 ${words.number(after)} 个时间步之后。`,
  'openData.underOne': '不到 1',
  'openData.span': ({ count, unit }, words) =>
    unit === 'number' ? words.number(count) : zh`${words.number(count)} ${UNITS[unit]}`,
  'openData.keep': '各行保持原样；长的间隔会结束一个窗口',
  'openData.resample': '用相邻行之间的直线，把值放到均匀的时间上',
  'openData.intervals': '各行保持原样，并增加一列：与前一行相隔的时间',
  'openData.columns': '列',
  'openData.column': '列',
  'openData.missingValues': '缺失',
  'openData.least': '最小',
  'openData.mean': '均值',
  'openData.greatest': '最大',
  'openData.input': '输入',
  'openData.target': '目标',
  'openData.figure': ({ value }, words) => figure(value, words),
  'openData.asInput': ({ name }, words) => zh`${words.quote(name)}作为输入`,
  'openData.asTarget': ({ name }, words) => zh`${words.quote(name)}作为目标`,
  'openData.limits': ({ inputs, mostInputs, targets, mostTargets }, words) =>
    zh`输入 ${words.number(inputs)} 列，最多 ${words.number(mostInputs)} 列；目标 ${words.number(targets)} 列，最多 ${words.number(mostTargets)} 列。同时是输入的目标能看到自己的过去。`,
  'openData.ownPast': '根据曲线自己的过去说出它的值。',
  'openData.ownValue': ({ names }, words) =>
    zh`预测步长为 0 时，${words.quotedList(names)}会由它自己同一个时间步的值得出；请选择 1 以上的预测步长，或把它从输入中去掉。`,
  'openData.leftOut': ({ names }, words) =>
    zh`${words.quotedList(names)}没有作为输入：缺失的值会使窗口一个也不剩。`,
  'openData.noWindow': ({ window }, words) =>
    zh`训练部分应有 ${words.number(window)} 个时间步的窗口，其中没有缺失的输入或时间跳变，但现在一个也没有；请选择其他输入、更短的窗口或更大的训练部分。`,
  'openData.parts': '各部分',
  'openData.trainPart': ({ percent }, words) => zh`训练 ${words.number(percent)}%`,
  'openData.validationPart': ({ percent }, words) => zh`验证 ${words.number(percent)}%`,
  'openData.testPart': ({ percent }, words) => zh`测试 ${words.number(percent)}%`,
  'openData.endOfTraining': '训练部分的结尾',
  'openData.endOfValidation': '验证部分的结尾',
  'openData.use': '学习这些数据',
  'openData.making': '请稍候……',
}

function figure(value: number, words: Words): string {
  const size = Math.abs(value)
  if (size !== 0 && (size < 1e-4 || size >= 1e9)) return minus(value.toExponential(2))
  return words.number(Number(value.toPrecision(4)))
}
