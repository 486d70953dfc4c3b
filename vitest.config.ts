import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  resolve: {
    alias: [
      { find: /^wandb-run-ops$/, replacement: at('src/index.ts') },
      { find: /^wandb-run-ops\/node$/, replacement: at('src/loader/node/index.ts') },
      { find: /^wandb-run-ops\/(arrow|arquero|duckdb|vega)$/, replacement: `${at('src')}/interop/$1.ts` },
      { find: /^wandb-run-ops\/(types|ops|loader|expression)$/, replacement: `${at('src')}/$1/index.ts` },
    ],
  },
  test: { include: ['test/**/*.test.ts', '.doctest/**/*.test.ts'], testTimeout: 30_000 },
})
