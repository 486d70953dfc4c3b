import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { clientFromEnv } from 'wandb-run-ops/node'
import { openClient as ofNode } from '#openClient'
import packageJson from '../../package.json' with { type: 'json' }
import { openClient } from '../../src/api/openClient.ts'

describe('the client of a door outside Node', () => {
  test('takes the options alone', () => {
    const client = openClient({ apiKey: 'not-a-real-key', entity: 'team', env: { WANDB_PROJECT: 'vision' } })
    expect([client.configError, client.entity, client.project]).toEqual([undefined, 'team', undefined])
  })

  test('asks for a missing key, unless anonymous', () => {
    expect(openClient().configError?.message).toBe(
      'Invalid client option: apiKey is missing: pass it to connect({ apiKey }), or pass anonymous to read public data only.',
    )
    expect(openClient({ anonymous: true }).configError).toBeUndefined()
    expect(openClient({ apiKey: 'not-a-real-key', baseUrl: 'x' }).configError).toMatchObject({ option: 'baseUrl' })
  })
})

test('the package chooses by its conditions', () => {
  expect(ofNode).toBe(clientFromEnv)
  const { node, ...elsewhere } = packageJson.imports['#openClient']
  expect(Object.values(node).every((file) => file.endsWith('/node/openClient.js'))).toBe(true)
  expect(Object.values(elsewhere).every((file) => /\/api\/openClient\.(js|d\.ts)$/.test(file))).toBe(true)
})

test('outside Node, the root needs nothing of Node', async () => {
  const at = (path: string): string => fileURLToPath(new URL(`../../src/${path}`, import.meta.url))
  const bundled = await build({
    entryPoints: [at('index.ts')],
    bundle: true,
    splitting: true,
    outdir: 'bundle',
    format: 'esm',
    platform: 'browser',
    write: false,
    logLevel: 'silent',
    alias: { '#openClient': at('api/openClient.ts') },
  })
  expect(bundled.errors).toEqual([])
})
