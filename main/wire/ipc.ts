import type { OpenedTable } from '@contract/data/opened-table'
import type { Text } from '@contract/language/text'
import { type Answered, eventChannel, requestChannel, type ShellRequests } from '@contract/wire/channels'
import type { PageEvents, Told } from '@contract/wire/page-wire'
import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { Log } from '../base/log'
import { textWithoutPaths } from '../base/without-paths'
import type { PageOrigin } from '../page/page-origin'
import { checkArguments } from './request-schemas'

/** A function for every request, with the contract's arguments and answer. */
export type Routes = {
  readonly [Name in keyof ShellRequests]: (
    ...args: Parameters<ShellRequests[Name]>
  ) => ReturnType<ShellRequests[Name]> | Promise<ReturnType<ShellRequests[Name]>>
}

/** The wire to the page: the only place that receives from it and sends to it. */
export type PageWire = {
  /** Tells the page something; it is dropped while no page has attached. */
  readonly send: <Name extends keyof PageEvents>(name: Name, payload: PageEvents[Name]) => void
  /** Says a sentence to the person, as soon as there is a page that can. */
  readonly tell: (told: Told) => void
  /** Offers a table that was opened, as soon as there is a page that can show it; the newest alone. */
  readonly offer: (table: OpenedTable) => void
  /** From now on the page is told. Until the next page: one that is loading hears nothing. */
  readonly attach: () => void
  /** Counts the pages that there were: whoever has waited finds out whether it is still the same one. */
  readonly page: () => number
  /** How many events the page that is there has been sent. */
  readonly sent: () => number
}

/** Follows the window's page as it comes and goes. */
export function openPageWire(window: BrowserWindow): PageWire {
  const { webContents } = window
  let attached = false
  let sent = 0
  let page = 0
  let untold: Told[] = []
  let unoffered: OpenedTable | null = null
  const detach = () => {
    attached = false
    sent = 0
    page += 1
  }
  webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) detach()
  })
  webContents.on('render-process-gone', detach)
  const send: PageWire['send'] = (name, payload) => {
    if (!attached || window.isDestroyed() || webContents.isDestroyed()) return
    webContents.send(eventChannel(name), payload)
    sent += 1
  }
  return {
    send,
    tell: (told) => {
      if (attached) send('told', told)
      else untold.push(told)
    },
    offer: (table) => {
      if (attached) send('tableOffered', table)
      else unoffered = table
    },
    attach: () => {
      attached = true
      for (const told of untold) send('told', told)
      untold = []
      if (unoffered) send('tableOffered', unoffered)
      unoffered = null
    },
    page: () => page,
    sent: () => sent,
  }
}

/** Answers the page's requests by the routes, after checking who asks and what is given. */
export function answerRequests(
  routes: Routes,
  wire: Pick<PageWire, 'sent'>,
  window: BrowserWindow,
  page: PageOrigin,
  log: Log,
): void {
  const answered = (answer: unknown): Answered => ({ answer, after: wire.sent() })
  for (const name of Object.keys(routes) as (keyof Routes)[]) {
    ipcMain.handle(requestChannel(name), async (event, ...given: unknown[]) => {
      if (!isOurPage(event, window, page)) {
        log.error(`refused ${name} from ${event.senderFrame?.url ?? 'a frame that is gone'}`)
        throw new Error('Only the page of this app may ask.')
      }
      const args = checkArguments(name, given)
      if (!args.ok) return answered(args)
      try {
        // The arguments have just been checked against the route of the same name.
        return answered(told(await (routes[name] as (...args: unknown[]) => unknown)(...args.value)))
      } catch (error) {
        // A bug: the whole of it is for the log, and Electron would hand its message to the page.
        log.error(`the request ${name} failed`, error)
        throw new Error(`The request ${name} failed inside of Unroll.`)
      }
    })
  }
}

/** An answer as the page may hear it: a failure's sentence has no path in it, wherever it comes from. */
export function told(answer: unknown): unknown {
  const failure = answer as { readonly ok?: unknown; readonly error?: { readonly text?: Text } } | undefined
  if (failure?.ok !== false || failure.error?.text === undefined) return answer
  return { ...failure, error: { ...failure.error, text: textWithoutPaths(failure.error.text) } }
}

/** Only the top frame of our one window, and only while it shows our own page. */
function isOurPage(event: IpcMainInvokeEvent, window: BrowserWindow, page: PageOrigin): boolean {
  const frame = event.senderFrame
  if (window.isDestroyed() || event.sender !== window.webContents || frame === null) return false
  return frame.parent === null && frame.origin === page.origin
}
