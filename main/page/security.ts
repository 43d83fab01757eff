import { app, type Session, session, type WebContents } from 'electron'
import type { Log } from '../base/log'
import { PAGE_SCHEME, type PageOrigin } from './page-origin'

/** What a page may load without going anywhere. */
const LOCAL_SCHEMES: readonly string[] = [`${PAGE_SCHEME}:`, 'devtools:', 'blob:', 'data:']

/** Nobody listens there, and nobody may: the port of a service that throws all away. */
const NOWHERE = '127.0.0.1:9'

/** Whether a request stays on this machine and inside the app. */
export function isAllowedRequest(url: string, page: PageOrigin): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, origin } = new URL(url)
  if (LOCAL_SCHEMES.includes(protocol)) return true
  if (!page.developing) return false
  // Vite's socket has the server's address with another scheme.
  return origin === page.origin || origin === page.origin.replace(/^http/, 'ws')
}

/**
 * Takes the network away from Chromium itself, for what asks neither the policy of the page nor `webRequest`: names to
 * be looked up and connections opened in advance. Call it before Electron is ready.
 */
export function cutNetwork(page: PageOrigin): void {
  if (page.developing) return
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('dns-prefetch-disable')
  // The last of several counts, so that nobody's proxy from the command line does.
  app.commandLine.appendSwitch('proxy-server', NOWHERE)
  app.commandLine.appendSwitch('proxy-bypass-list', '<-loopback>')
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp')
}

/** Shuts every door that a page has by default and this one does not need. Call it when Electron is ready. */
export function shutDoors(page: PageOrigin, log: Log): void {
  shutSession(session.defaultSession, page, log)
  app.on('session-created', (made) => shutSession(made, page, log))
  app.on('web-contents-created', (_event, contents) => shutContents(contents, page, log))
}

function shutSession(shut: Session, page: PageOrigin, log: Log) {
  // Without handlers Electron grants every permission.
  shut.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  shut.setPermissionCheckHandler(() => false)
  shut.setDevicePermissionHandler(() => false)
  shut.webRequest.onBeforeRequest((details, answer) => {
    const allowed = isAllowedRequest(details.url, page)
    if (!allowed) log.error(`refused to load ${details.url}`)
    answer({ cancel: !allowed })
  })
  // A download writes before anybody is asked. Files are written by the trainer, where a person said.
  shut.on('will-download', (event, item) => {
    event.preventDefault()
    log.error(`refused to download ${item.getURL().slice(0, 200)}`)
  })
}

function shutContents(contents: WebContents, page: PageOrigin, log: Log) {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  // A page cannot hold the app open, nor keep itself from being loaded again.
  contents.on('will-prevent-unload', (event) => event.preventDefault())
  // Without a proxy that passes them on, which there is not, WebRTC's packets have no way out.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  for (const move of ['will-navigate', 'will-frame-navigate', 'will-redirect'] as const) {
    // One listener for three events of one shape, which their overloads do not say.
    contents.on(move as 'will-navigate', (event) => {
      // The page itself, loaded again; and Vite reloads it when a module cannot be replaced.
      if (event.url === page.url || (page.developing && originOf(event.url) === page.origin)) return
      log.error(`refused to go to ${event.url}`)
      event.preventDefault()
    })
  }
}

function originOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).origin : null
}
