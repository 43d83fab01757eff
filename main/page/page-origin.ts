/** Where the page comes from: the app's own files, or Vite's server while developing. */
export type PageOrigin = {
  readonly url: string
  /** As in `new URL(url).origin`, and as Electron gives a frame's. */
  readonly origin: string
  readonly developing: boolean
}

export const PAGE_SCHEME = 'app'
export const PAGE_HOST = 'unroll'

/** Vite's server counts only while developing: a packaged app never loads what its environment names. */
export function pageOrigin(packaged: boolean, devServerUrl: string | undefined): PageOrigin {
  const origin = `${PAGE_SCHEME}://${PAGE_HOST}`
  if (packaged || !devServerUrl) return { url: `${origin}/index.html`, origin, developing: false }
  return { url: devServerUrl, origin: new URL(devServerUrl).origin, developing: true }
}
