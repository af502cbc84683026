import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Somebody's web site on this machine: an origin that is not the chat's. */
export interface Site {
  origin: string
  close(): Promise<void>
}

/** @param pages path → content type and text */
export async function startSite(pages: Record<string, [type: string, text: string]>): Promise<Site> {
  const server = createServer((request, response) => {
    const page = pages[request.url ?? '']
    if (page) response.writeHead(200, { 'content-type': page[0] }).end(page[1])
    else response.writeHead(204).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
