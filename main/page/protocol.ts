import { protocol, session } from 'electron'
import { answerPageRequest } from './page-files'
import { PAGE_SCHEME, type PageOrigin } from './page-origin'
import { developingPolicy } from './page-policy'

/** Makes `app:` a scheme like https, with an origin of its own. Electron wants this before it is ready. */
export function registerPageScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme: PAGE_SCHEME, privileges }])
}

/** Serves the page's files, from `folder` and from nowhere else; or guards the page that Vite serves. */
export function servePage(page: PageOrigin, folder: string): void {
  protocol.handle(PAGE_SCHEME, (request) => answerPageRequest(folder, request))
  if (!page.developing) return
  const policy = developingPolicy(page)
  session.defaultSession.webRequest.onHeadersReceived((details, answer) => {
    answer({ responseHeaders: { ...details.responseHeaders, 'Content-Security-Policy': [policy] } })
  })
}
