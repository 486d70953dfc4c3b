import { createServer } from 'node:net'

/** A proxy that lets nothing through. */
export interface Outside {
  /** Makes a program ask for every host but this one here. */
  readonly env: Readonly<Record<string, string>>
  /** The first line of each request that came. */
  readonly asked: ReadonlyArray<string>
  readonly close: () => Promise<void>
}

/** Starts a proxy that notes who wants to go out to where, and closes the door. */
export const startOutside = (): Promise<Outside> =>
  new Promise((resolve) => {
    const asked: Array<string> = []
    const server = createServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', (chunk) => {
        asked.push(chunk.toString('latin1').split('\r\n', 1)[0] ?? '')
        socket.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n')
      })
    })
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const proxy = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
      const here = '127.0.0.1,localhost'
      const env = {
        HTTP_PROXY: proxy,
        HTTPS_PROXY: proxy,
        http_proxy: proxy,
        https_proxy: proxy,
        NO_PROXY: here,
        no_proxy: here,
      }
      const close = (): Promise<void> => new Promise((done) => server.close(() => done()))
      resolve({ env, asked, close })
    })
  })
