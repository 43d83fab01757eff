import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { PAGE_HOST } from './page-origin'
import { PAGE_HEADERS } from './page-policy'

/** Only what a built page is made of; a file of any other kind is not served, whatever its place. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Answers a request for one of the page's files, which all lie in `folder`. */
export async function answerPageRequest(
  folder: string,
  request: { readonly method: string; readonly url: string },
): Promise<Response> {
  if (request.method !== 'GET') return refuse(405)
  const path = pathInUrl(request.url)
  if (path === undefined) return refuse(400)
  const type = TYPES[extname(path)]
  if (type === undefined) return refuse(404)
  const file = await fileInside(folder, path)
  if (file === undefined) return refuse(404)
  const body = new Uint8Array(await readFile(file))
  return new Response(body, { headers: { ...PAGE_HEADERS, 'Content-Type': type } })
}

/** The decoded path of the URL; undefined for another host or for what only an attack would write. */
function pathInUrl(url: string): string | undefined {
  try {
    const { hostname, pathname } = new URL(url)
    if (hostname !== PAGE_HOST) return undefined
    const path = decodeURIComponent(pathname)
    const odd = path.includes('\0') || path.includes('\\') || path.split('/').includes('..')
    return odd ? undefined : path
  } catch {
    return undefined
  }
}

/** The file's real place, links followed, if that is inside the folder. */
async function fileInside(folder: string, path: string): Promise<string | undefined> {
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(join(folder, path))])
    return file.startsWith(root + sep) ? file : undefined
  } catch {
    return undefined
  }
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: PAGE_HEADERS })
}
