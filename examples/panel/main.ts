import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'
import { startPanel } from './node/startPanel.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    server: { type: 'string' },
    'no-open': { type: 'boolean', default: false },
  },
})

/** Opens the page in the user's browser, if there is one. */
const open = (url: string): void => {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', url]
        : ['xdg-open', url]
  const child = spawn(command as string, args, { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}

const panel = await startPanel({
  ...(values.port === undefined ? {} : { port: Number(values.port) }),
  ...(values.server === undefined ? {} : { server: values.server }),
})
console.log(`Query panel running at ${panel.url}. Press Ctrl-C to stop.`)
console.log(
  values.server === undefined ? 'Reading 600 synthetic runs from a sandbox.' : `Reading from ${values.server}.`,
)
if (!values['no-open']) open(panel.url)

const stop = (): void => {
  void panel.close().then(() => process.exit(0))
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
