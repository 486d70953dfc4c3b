import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts'
import { SYNTHETIC_PROJECT, syntheticProject } from './project.ts'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export interface PanelOptions {
  /** The port of the page; defaults to any free port. */
  readonly port?: number
  /** The W&B server; defaults to a sandbox with synthetic runs. */
  readonly server?: string
  /** The number of runs in the sandbox. */
  readonly runs?: number
}

export interface Panel {
  readonly url: string
  readonly sandbox: Sandbox | undefined
  close(): Promise<void>
}

/** Serves the page on loopback and proxies the W&B server under `/server`, so that the browser stays on one origin. */
export const startPanel = async (options: PanelOptions = {}): Promise<Panel> => {
  const sandbox =
    options.server === undefined
      ? await startSandbox({
          records: syntheticProject(options.runs ?? 600),
          clock: () => new Date('2026-01-12T12:00:00Z'),
        })
      : undefined
  const target = options.server ?? sandbox?.url ?? ''
  const vite = await createServer({
    configFile: false,
    root: at('..'),
    cacheDir: at('../../../node_modules/.vite/panel'),
    logLevel: 'error',
    clearScreen: false,
    define: {
      'import.meta.env.PANEL_PROJECT': JSON.stringify(sandbox === undefined ? '' : SYNTHETIC_PROJECT),
      'import.meta.env.PANEL_KEY': JSON.stringify(sandbox?.apiKey ?? ''),
      'import.meta.env.PANEL_SERVER': JSON.stringify(sandbox === undefined ? target : ''),
    },
    resolve: {
      alias: [
        { find: /^wandb-run-ops\/(types|ops|loader|expression)$/, replacement: `${at('../../../src')}/$1/index.ts` },
      ],
    },
    server: {
      host: '127.0.0.1',
      port: options.port ?? 0,
      strictPort: options.port !== undefined,
      hmr: false,
      watch: null,
      fs: { strict: true, allow: [at('../../..')] },
      proxy: {
        '/server': { target, changeOrigin: true, rewrite: (path) => path.replace(/^\/server/, '') },
      },
    },
  })
  await vite.listen()
  const address = vite.httpServer?.address() as AddressInfo | undefined
  return {
    url: `http://127.0.0.1:${address?.port}/`,
    sandbox,
    close: async () => {
      await vite.close()
      await sandbox?.close()
    },
  }
}
