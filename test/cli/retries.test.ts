import { describe, expect, test } from 'vitest'
import { loadError, type Retry } from 'wandb-run-ops/loader'
import { reportRetries } from '../../cli/output/reportRetries.ts'
import { startSandbox } from '../../sandbox/index.ts'
import { bundleProgram, call } from './call.ts'

const unreachable = loadError({ _tag: 'NetworkFailed', detail: 'ECONNRESET: read \u001b[31mECONNRESET' })

const listener = (isTTY: boolean, now: () => number = () => 0) => {
  let text = ''
  const stderr = { isTTY, write: (chunk: string) => (text += chunk) } as unknown as NodeJS.WriteStream
  const report = reportRetries({ stderr, stdout: stderr, env: {} }, now)
  const retry = (more: Partial<Retry> = {}) => report({ attempt: 2, of: 5, waitMs: 1900, reason: unreachable, ...more })
  return { retry, text: () => text }
}

describe('a retry', () => {
  test('is a line on stderr, without control characters', () => {
    const { retry, text } = listener(false)
    retry()
    retry({ attempt: 0, waitMs: 60_000, reason: loadError({ _tag: 'RateLimited', retryAfterSeconds: 60 }) })
    expect(text().split('\n')).toEqual([
      'Could not reach the server (ECONNRESET: read [31mECONNRESET). Retrying in 2 s (2 of 5).',
      'The server asks to wait: continuing in 60 s.',
      '',
    ])
  })

  test('clears the line of a progress bar', () => {
    const { retry, text } = listener(true)
    retry()
    expect(text().startsWith('\r\u001b[KCould not')).toBe(true)
  })

  test('is shown once for requests that fail together, and not where there is no wait', () => {
    let time = 0
    const { retry, text } = listener(false, () => time)
    retry({ waitMs: 0 })
    retry()
    retry()
    time += 1900
    retry()
    expect(text().match(/Retrying/g)?.length).toBe(2)
  })
})

describe('the program', () => {
  bundleProgram()

  test('tells of retries on stderr, and prints the same on stdout', { timeout: 30_000 }, async () => {
    const sandbox = await startSandbox({ records: [], synthetic: { project: 'training', runs: 2 } })
    try {
      const whole = await call(['runs', '--project', 'synthetic/training', '--json'], sandbox)
      sandbox.faults.add({ kind: 'status', status: 503, when: { times: 1 } })
      const retried = await call(['runs', '--project', 'synthetic/training', '--json'], sandbox)
      expect(retried).toMatchObject({ code: 0, stdout: whole.stdout })
      expect([whole.stderr, retried.stderr]).toEqual([
        '',
        expect.stringMatching(/status 503.*Retrying in 1 s \(1 of 5\)\.\n$/),
      ])
    } finally {
      await sandbox.close()
    }
  })

  test('ends at once where no retry can help', { timeout: 30_000 }, async () => {
    const nobody = { url: 'http://127.0.0.1:9', apiKey: 'abcdef0123456789abcdef0123456789abcdef01' }
    const { code, stderr } = await call(['runs', '--project', 'a/b'], nobody)
    expect([code, stderr]).toEqual([expect.any(Number), expect.stringMatching(/^Could not reach the server .*\n$/)])
    expect(code).not.toBe(0)
  })
})
