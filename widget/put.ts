/** What came back of bytes that were sent; status 0 = they did not get there. */
export interface Received {
  status: number
  header(name: string): string | null
  body: string
}

export type Put = (
  url: string,
  headers: Record<string, string>,
  body: Blob,
  progress: (share: number) => void,
  signal: AbortSignal,
) => Promise<Received>

/** `fetch` does not tell how much of a body has left; this does. */
export const put: Put = (url, headers, body, progress, signal) =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const done = () => resolve({ status: request.status, header: (name) => request.getResponseHeader(name), body: request.responseText })
    request.open('POST', url)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0)
    request.onloadend = done
    signal.addEventListener('abort', () => request.abort())
    request.send(body)
  })
