import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, isIPv6 } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { postUpload } from '../../schemas/api/chat.ts'

export interface Listening {
  /** `http://127.0.0.1:4400` */
  url: string
  port: number
  /** Takes no new connections and resolves when the last answer is out; idle connections are closed. */
  stop(): Promise<void>
  /** Ends whatever is still open. */
  cut(): void
}

export interface ListenSettings {
  host: string
  /** 0 = any free port. */
  port: number
  maxConnections: number
  /** Milliseconds within which a whole request must have come, its body included; a photo may take four times as long. */
  slowest?: number
}

const uploadPatience = 4

/** Listens with limits on how slowly anyone may talk to us. */
export function listen(app: Hono, { host, port, maxConnections, slowest = 15_000 }: ListenSettings): Promise<Listening> {
  const server = createServer(
    {
      headersTimeout: Math.min(10_000, slowest),
      requestTimeout: slowest * uploadPatience,
      connectionsCheckingInterval: 1_000,
      keepAliveTimeout: 30_000,
      maxHeaderSize: 16 * 1024,
    },
    getRequestListener(app.fetch),
  )
  server.maxConnections = maxConnections
  server.on('request', hurry(slowest))
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve(listening(server, host))
    })
  })
}

/** Drops requests whose words do not come in time, as Node itself drops those whose photo does not. */
function hurry(slowest: number): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const { headers, socket, url } = request
    const hasBody = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined
    if (!hasBody || url === postUpload.path) return
    const timer = setTimeout(() => {
      if (!request.complete) socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n', () => socket.destroy())
    }, slowest)
    response.once('close', () => clearTimeout(timer))
  }
}

function listening(server: Server, host: string): Listening {
  const address = server.address() as AddressInfo
  const name = isIPv6(host) ? `[${host}]` : host
  return {
    url: `http://${name}:${address.port}`,
    port: address.port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
    cut: () => server.closeAllConnections(),
  }
}
