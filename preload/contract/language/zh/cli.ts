import type { Translated } from '../catalogue'
import { zh } from '../chinese'
import type { cli as en } from '../en/cli'

export const cli: Translated<typeof en> = {
  'cli.notOneOf': ({ what, names, given }, words) =>
    zh`${words.say(what)}必须是 ${names.join('、')} 之一，给出的却是“${given}”；请选择其中之一。`,
  'cli.theCommand': '命令',
  'cli.theEngine': '引擎',
  'cli.theLanguage': '语言',
  'cli.theLanguageVariable': 'UNROLL_LANGUAGE 指定的语言',
  'cli.valueMissing': ({ option }) => zh`${option} 必须有值，但没有给出；请写 ${option}，后面跟它的值。`,
  'cli.valueUnwanted': ({ option, value }) =>
    zh`${option} 不能有值，给出的却是“${value}”；请只写 ${option}。`,
  'cli.unknownOption': ({ option }) =>
    zh`选项必须是 --help 列出的，给出的却是“${option}”；请在那里查找正确的名字。`,
  'cli.optionsKeptByNpm': ({ options, command }) =>
    zh`选项必须写在两个短横线之后，但 npm 把 ${options.join('、')} 当成了自己的选项；请写：${command}`,
  'cli.wordsKeptByNpm': ({ given, command }) =>
    zh`选项必须写在两个短横线之后，但 npm 把 ${given} 前面的内容当成了自己的选项；请写：${command}`,
  'cli.fault': ({ what, log }) =>
    zh`Unroll 本应完成这件事或说明不能完成的原因，却遇到了自身的故障（${what}）；请报告此故障，${log === null ? '未能写出日志' : zh`日志在 ${log}`}。`,
  'cli.outputLost': ({ why }, words) => zh`无法再写入标准输出：${words.say(why)}；此后的输出全部丢失。`,
  'cli.outputClosed': '它已关闭',
  'cli.noFolder': ({ name, folder }) =>
    zh`“${name}”必须写入已有的文件夹，但 ${folder} 处没有文件夹；请新建一个，或选择别的文件夹。`,
  'cli.takenBeside': ({ name, beside }) =>
    zh`要写在“${beside}”旁边的“${name}”已经存在，而且没有在命令中指定；请加 --force 替换它，或换个名字。`,
  'cli.writtenTwice': ({ name, as }, words) =>
    zh`每个文件只能写一次，但“${name}”会被写两次：${words.list(as)}；请给其中一个换个名字。`,
  'cli.readAndWritten': ({ name }) => zh`要写的文件不能是所读的文件，但“${name}”就是其中之一；请换个名字。`,
  'cli.asNamed': ({ name }) => zh`作为“${name}”`,
  'cli.asBeside': ({ beside }) => zh`作为“${beside}”旁边的文件`,
  'cli.saved': ({ files }, words) => zh`已保存 ${words.list(files)}。`,
  'cli.savedAndRead': ({ files, found }, words) =>
    zh`已保存 ${words.list(files)}；读回检查：${words.say(found)}。`,
  'cli.file': ({ name, bytes }, words) => zh`${name}（${words.number(bytes)} 字节）`,
  'cli.numbersSame': '每个数都相同',
  'cli.predictsSame': '预测完全相同，每一位都一致',
  'cli.predictsOtherwise': ({ difference }) => zh`预测最多相差 ${difference}`,
  'cli.help': '显示本说明',
  'cli.languageHelp': ({ languages }) =>
    zh`本命令使用的语言：${languages.join('、')}（默认 ${String(languages[0])}，或由 UNROLL_LANGUAGE 指定）`,
  'cli.engineHelp': ({ engines }) =>
    zh`计算更新所用的引擎：${engines.join('、')}（默认 ${String(engines[0])}）`,
  'cli.exitCodes': `退出码：0 表示一切正常；1 表示执行失败（运行已发散、文件或输出无法写入、比较不符）；2 表示执行之前就被
拒绝（选项或文件有误）；70 表示 Unroll 自身的故障；141 表示输出已没有读取者；
129、130 和 143 分别表示被 SIGHUP、Ctrl-C 和 SIGTERM 结束。`,
}
