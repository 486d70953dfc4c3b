import { makeRun, startSandbox } from 'wandb-run-ops/testing'

// biome-ignore lint/style/noDefaultExport: Jest calls the default export
export default async () => {
  globalThis.sandbox = await startSandbox({ runs: [makeRun({ displayName: 'first' })] })
  process.env.WANDB_BASE_URL = globalThis.sandbox.url
  process.env.WANDB_API_KEY = globalThis.sandbox.apiKey
}
