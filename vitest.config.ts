import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  resolve: {
    alias: [
      { find: '#openClient', replacement: at('src/node/openClient.ts') },
      { find: '#sandbox', replacement: at('sandbox/index.ts') },
      { find: /^wandb-run-ops$/, replacement: at('src/index.ts') },
      { find: /^wandb-run-ops\/(arrow|arquero|duckdb|vega)$/, replacement: `${at('src')}/interop/$1/index.ts` },
      {
        find: /^wandb-run-ops\/(types|query|ops|loader|node|expression|testing)$/,
        replacement: `${at('src')}/$1/index.ts`,
      },
    ],
  },
  test: {
    include: ['test/**/*.test.ts', '.doctest/**/*.test.ts'],
    testTimeout: 60_000,
    // Each worker loads a module once for all its test files. Processes rather than threads, which cannot set TZ.
    pool: 'forks',
    isolate: false,
    maxWorkers: availableParallelism(),
  },
})
