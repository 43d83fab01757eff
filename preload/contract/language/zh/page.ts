import type { Translated } from '../catalogue'
import { zh } from '../chinese'
import type { page as en } from '../en/page'

export const page: Translated<typeof en> = {
  'page.cannotBeShown': '窗口无法显示',
  'page.failed': ({ reason }) =>
    zh`窗口里出了不该出的错（${reason}）。运行不受影响：重新载入窗口即可继续。原因见“帮助 > 打开日志文件夹”。`,
  'page.reload': '重新载入',
}
