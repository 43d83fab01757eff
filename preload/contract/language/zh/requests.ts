import type { Translated } from '../catalogue'
import { zh } from '../chinese'
import type { requests as en } from '../en/requests'

export const requests: Translated<typeof en> = {
  'requests.pace': ({ paces, found }) =>
    zh`速度应为每秒 ${paces.join('、')} 次更新或“max”，但给出的是 ${found}；请选择其中之一。`,
  'requests.engine': ({ found }) =>
    zh`引擎应为“compiled”（编译）或“eager”（即时执行），但给出的是 ${found}；请选择其中之一。`,
  'requests.tooManyAcknowledged': '确认的更新多于可能已发送的更新。',
  'requests.menuFile': '应是菜单中的文件；请在菜单中选择。',
  'requests.runId': '应给出运行的标识。',
  'requests.update': '应给出更新的编号，从 0 起。',
  'requests.droppedFile': '应是这台计算机上的文件，但拖放的不是；请拖放项目、权重文件或表格。',
  'requests.weightsChoice': ({ formats }) =>
    zh`应给出权重格式（${formats.join('、')}）、数组采用的命名以及是否需要脚本；请在导出对话框中重新选择。`,
  'requests.table':
    '表格的更新应从 1 开始编号，每种数值的个数应与更新和时间步的个数相同，但并非如此；请按“重置”，重新训练。',
  'requests.tableChoices': '应给出读取表格的方式，但给出的不是 Unroll 认识的方式；请在对话框中重新选择。',
  'requests.pasted': ({ most }, words) =>
    zh`最多可以粘贴 ${words.number(most)} 个字符的表格，但给出的更长，或不是文本；请存为文件再打开。`,
  'requests.drawn': ({ most }, words) =>
    zh`画出的曲线应有 2 到 ${words.number(most)} 个值，且均为有限值，但并非如此；请重新画。`,
  'requests.otherArguments': ({ problem }) =>
    zh`窗口请求了 Unroll 不认识的东西（${problem}）；请重新载入窗口。`,

  'requests.noRecent': '应是最近打开的文件，但请求的不是；请在菜单中选择。',
  'requests.recentGone': ({ name }) =>
    zh`${name} 已不在原处，因此已从最近打开的文件中去掉；请用“载入权重”找到它。`,
  'requests.recentDataGone': ({ name }) =>
    zh`${name} 已不在原处，因此已从最近打开的文件中去掉；请用“打开数据”找到它。`,
  'requests.recentProjectGone': ({ name }) =>
    zh`${name} 已不在原处，因此已从最近打开的文件中去掉；请用“打开项目”找到它。`,
  'requests.noRun': '还没有可以导出的运行；请等训练进程就绪。',
  'requests.nothingExported': 'Unroll 启动以来还没有导出过；请先导出。',
  'requests.exportGone': ({ name }) => zh`${name} 已不在原处；请重新导出。`,
}
