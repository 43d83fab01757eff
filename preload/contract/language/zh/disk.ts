import type { Translated } from '../catalogue'
import { zh } from '../chinese'
import type { disk as en } from '../en/disk'

export const disk: Translated<typeof en> = {
  'disk.fault': ({ fault, advice }, words) => zh`${words.say(fault)}；${words.say(advice)}`,
  'disk.full': '磁盘已满',
  'disk.freeSpace': '请腾出一些空间，或选择别的磁盘',
  'disk.noPermission': 'Unroll 在那里没有权限',
  'disk.changePermissions': '请选择别的文件夹，或更改权限',
  'disk.readOnly': '磁盘是只读的',
  'disk.chooseDisk': '请选择别的磁盘',
  'disk.noFile': '没有叫这个名字的文件',
  'disk.chooseOne': '请选择别的文件',
  'disk.isNamedFolder': '有一个文件夹叫这个名字',
  'disk.chooseName': '请选择别的名字',
  'disk.nameTooLong': '名字太长',
  'disk.chooseShorter': '请选择短一些的名字',
  'disk.circle': '链接形成了循环',
  'disk.chooseFile': '请选择别的文件',
  'disk.tooManyOpen': '打开的文件太多',
  'disk.closePrograms': '请关闭一些程序，再试一次',
  'disk.inUse': '另一个程序正在使用它',
  'disk.closeProgram': '请关闭那个程序，再试一次',
  'disk.broken': '磁盘报告了故障',
  'disk.tryAgain': '请再试一次，或选择别的磁盘',
  'disk.reported': ({ code }) => zh`系统报告 ${code}`,

  'disk.notSaved': ({ name, why }, words) => zh`${words.file(name)}未能保存：${words.say(why)}。`,
  'disk.cannotBeSaved': ({ name, why }, words) => zh`${words.file(name)}无法保存：${words.say(why)}。`,
  'disk.halfSaved': ({ name, other, why }, words) =>
    zh`${words.file(name)}未能保存，而与它配套的${words.file(other)}已是新文件，无法恢复原样：${words.say(why)}。`,
  'disk.noFolder': '它的文件夹不存在，或不能存放文件',
  'disk.chooseFolder': '请选择别的文件夹',
  'disk.nameTaken': '期间出现了同名的文件',
  'disk.isNamedOther': '有同名的东西，但它不是文件',
  'disk.forbiddenName': '此系统不允许这个名字或其中的某个字符',
  'disk.tryElsewhere': '请换一个文件夹或名字再试',

  'disk.notRead': ({ name, why }, words) => zh`${words.file(name)}无法读取：${words.say(why)}。`,
  'disk.folderForFile': ({ choose }, words) => zh`应是文件，但它是文件夹；请选择${words.say(choose)}`,
  'disk.deviceForFile': ({ choose }, words) => zh`应是文件，但它是设备或管道；请选择${words.say(choose)}`,
  'disk.empty': ({ content }, words) => zh`应包含${words.say(content)}，但它是空的；请选择别的文件`,
  'disk.tooLarge': ({ most, found }, words) =>
    zh`最多应有 ${words.number(most)} 字节，但它有 ${words.number(found)} 字节；请选择小一些的文件`,
  'disk.changed': '期间另一个程序改动了它；请再试一次',
  'disk.weights': '权重',
  'disk.chooseWeights': '权重文件：.safetensors、.npz、.weights.h5、.keras 或 .json',

  'disk.isFolder': '它是文件夹',
  'disk.isDevice': '它是设备或管道',
  'disk.hasBytes': ({ bytes }, words) => zh`它有 ${words.number(bytes)} 字节`,
}
