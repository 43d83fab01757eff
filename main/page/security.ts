import { app, session } from 'electron'
import type { Log } from '../base/log'
import { PAGE_SCHEME, type PageOrigin } from './page-origin'

/** What a page may load without going anywhere. */
const LOCAL_SCHEMES: readonly string[] = [`${PAGE_SCHEME}:`, 'devtools:', 'blob:', 'data:']

/** Whether a request stays on this machine and inside the app. */
export function isAllowedRequest(url: string, page: PageOrigin): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, origin } = new URL(url)
  if (LOCAL_SCHEMES.includes(protocol)) return true
  if (!page.developing) return false
  // Vite's socket has the server's address with another scheme.
  return origin === page.origin || origin === page.origin.replace(/^http/, 'ws')
}

/** Shuts every door that a page has by default and this one does not need. Call it when Electron is ready. */
export function shutDoors(page: PageOrigin, log: Log): void {
  const { defaultSession } = session
  // Without handlers Electron grants every permission.
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  defaultSession.setPermissionCheckHandler(() => false)
  defaultSession.setDevicePermissionHandler(() => false)
  defaultSession.webRequest.onBeforeRequest((details, answer) => {
    const allowed = isAllowedRequest(details.url, page)
    if (!allowed) log.error(`refused to load ${details.url}`)
    answer({ cancel: !allowed })
  })
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-attach-webview', (event) => event.preventDefault())
    for (const move of ['will-navigate', 'will-frame-navigate', 'will-redirect'] as const) {
      // One listener for three events of one shape, which their overloads do not say.
      contents.on(move as 'will-navigate', (event) => {
        // The page itself, loaded again; and Vite reloads it when a module cannot be replaced.
        if (event.url === page.url || (page.developing && originOf(event.url) === page.origin)) return
        log.error(`refused to go to ${event.url}`)
        event.preventDefault()
      })
    }
  })
}

function originOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).origin : null
}
