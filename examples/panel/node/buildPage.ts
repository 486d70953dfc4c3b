import { fileURLToPath } from 'node:url'
import { build, type Rollup } from 'vite'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** What the page knows when it is opened. */
export interface PageSettings {
  readonly project: string
  readonly key: string
  /** The W&B server, as shown to the user; empty for the sandbox. */
  readonly server: string
}

/** A file of the page. */
export interface PageFile {
  readonly type: string
  readonly body: string | Uint8Array
}

const typeOf = (name: string): string => {
  if (name.endsWith('.html')) return 'text/html; charset=utf-8'
  if (name.endsWith('.js')) return 'text/javascript; charset=utf-8'
  return name.endsWith('.css') ? 'text/css; charset=utf-8' : 'application/octet-stream'
}

/** Builds the page in memory and returns its files by path. */
export const buildPage = async ({ project, key, server }: PageSettings): Promise<ReadonlyMap<string, PageFile>> => {
  const built = (await build({
    configFile: false,
    root: at('..'),
    logLevel: 'error',
    define: {
      'import.meta.env.PANEL_PROJECT': JSON.stringify(project),
      'import.meta.env.PANEL_KEY': JSON.stringify(key),
      'import.meta.env.PANEL_SERVER': JSON.stringify(server),
    },
    resolve: {
      alias: [
        { find: /^wandb-run-ops\/(types|ops|loader|expression)$/, replacement: `${at('../../../src')}/$1/index.ts` },
      ],
    },
    build: { write: false, sourcemap: false, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 5000 },
  })) as Rollup.RollupOutput
  const files = built.output.map((file): readonly [string, PageFile] => [
    `/${file.fileName}`,
    { type: typeOf(file.fileName), body: file.type === 'chunk' ? file.code : file.source },
  ])
  return new Map(files.map(([path, file]) => [path === '/index.html' ? '/' : path, file]))
}
