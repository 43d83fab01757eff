import { createSocket } from 'node:dgram'
import { createServer, type Server, type Socket } from 'node:net'
import { expect, type Page } from '@playwright/test'
import { test, trainerReady } from '../helpers/app'

/** Listens on this machine, for packets and for connections, and counts whatever arrives. */
type Listener = { readonly port: number; readonly heard: string[]; readonly close: () => void }

async function listen(): Promise<Listener> {
  const heard: string[] = []
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    heard.push('tcp')
    sockets.add(socket)
    socket.on('error', () => {})
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const packets = createSocket('udp4', () => heard.push('udp'))
  await new Promise<void>((bound) => packets.bind(port, '0.0.0.0', bound))
  return {
    port,
    heard,
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      packets.close()
    },
  }
}

/** Sends a packet and opens a connection by itself: what the page does not do must be heard when it is done. */
async function provePatience({ port, heard }: Listener): Promise<void> {
  const before = heard.length
  const packets = createSocket('udp4')
  await new Promise<void>((sent) => packets.send('a', port, '127.0.0.1', () => sent()))
  packets.close()
  await expect.poll(() => heard.length).toBeGreaterThan(before)
  heard.length = before
}

/**
 * Gathers candidates for a connection with every kind of server, in the page or in a frame of its making, and ends
 * when WebRTC has: with the kinds of the candidates, or with why there is no WebRTC.
 */
function gather(page: Page, port: number, inFrame: boolean): Promise<string> {
  return page.evaluate(
    async ([number, framed]) => {
      let scope: typeof globalThis = window
      if (framed) {
        const frame = document.createElement('iframe')
        document.body.append(frame)
        scope = frame.contentWindow as unknown as typeof globalThis
      }
      if (typeof scope.RTCPeerConnection !== 'function') return 'there is no RTCPeerConnection'
      const turn = { username: 'a', credential: 'b' }
      const connection = new scope.RTCPeerConnection({
        iceServers: [
          { urls: `stun:127.0.0.1:${number}` },
          { urls: `turn:127.0.0.1:${number}?transport=udp`, ...turn },
          { urls: `turn:127.0.0.1:${number}?transport=tcp`, ...turn },
          { urls: `turns:127.0.0.1:${number}?transport=tcp`, ...turn },
        ],
      })
      connection.createDataChannel('a')
      const ended = new Promise<void>((resolve) => {
        connection.onicegatheringstatechange = () => connection.iceGatheringState === 'complete' && resolve()
        // WebRTC itself gives up on a server after about ten seconds.
        setTimeout(resolve, 15_000)
      })
      await connection.setLocalDescription(await connection.createOffer())
      await ended
      connection.close()
      return 'gathered'
    },
    [port, inFrame] as const,
  )
}

for (const inFrame of [false, true])
  test(`WebRTC reaches nobody ${inFrame ? 'from a frame' : 'from the page'}`, async ({ launch }) => {
    const listener = await listen()
    try {
      const { page } = await launch()
      await trainerReady(page)
      await gather(page, listener.port, inFrame)
      await provePatience(listener)
      expect(listener.heard).toEqual([])
    } finally {
      listener.close()
    }
  })

test('nothing else that a page can do reaches anybody', async ({ launch }) => {
  const listener = await listen()
  try {
    const app = await launch()
    const { page } = app
    await trainerReady(page)
    await page.evaluate(async (port) => {
      const url = `http://127.0.0.1:${port}/`
      for (const rel of [
        'preconnect',
        'dns-prefetch',
        'prefetch',
        'preload',
        'modulepreload',
        'icon',
        'stylesheet',
      ]) {
        const link = document.createElement('link')
        link.rel = rel
        link.href = url
        document.head.append(link)
      }
      const image = new Image()
      image.src = url
      const frame = document.createElement('iframe')
      frame.src = url
      document.body.append(image, frame)
      navigator.sendBeacon(url, 'a')
      const attempts = [
        () => fetch(url),
        () => new WebSocket(`ws://127.0.0.1:${port}/`),
        () => new EventSource(url),
        () => new WebTransport(`https://127.0.0.1:${port}/`).ready,
      ]
      for (const attempt of attempts)
        try {
          await attempt()
        } catch {
          // Refused, as it should be.
        }
    }, listener.port)
    // An answer that took the same way as the requests: what they were to do, they have done.
    await page.evaluate(() => fetch(location.href))
    await provePatience(listener)
    expect(listener.heard).toEqual([])
    // Every one of these is told in the console, as it should be.
    app.problems.length = 0
  } finally {
    listener.close()
  }
})
