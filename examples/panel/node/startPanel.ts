import type { AddressInfo } from 'node:net'
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts'
import { buildPage } from './buildPage.ts'
import { SYNTHETIC_PROJECT, syntheticProject } from './project.ts'
import { servePage } from './servePage.ts'

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

/** Builds the page, serves it on loopback and proxies the W&B server under `/server`, so that the browser stays on one origin. */
export const startPanel = async (options: PanelOptions = {}): Promise<Panel> => {
  const sandbox =
    options.server === undefined
      ? await startSandbox({
          records: syntheticProject(options.runs ?? 600),
          clock: () => new Date('2026-01-12T12:00:00Z'),
        })
      : undefined
  const target = options.server ?? sandbox?.url ?? ''
  const files = await buildPage({
    project: sandbox === undefined ? '' : SYNTHETIC_PROJECT,
    key: sandbox?.apiKey ?? '',
    server: sandbox === undefined ? target : '',
  })
  const server = await servePage(files, { port: options.port ?? 0, target })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    sandbox,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
      await sandbox?.close()
    },
  }
}
