import { describe, expect, test } from 'vitest'
import { type LoadErrorReason, loadError } from 'wandb-run-ops/loader'

const failure = { path: ['config', 'lr'], expected: 'number', actual: 'string' }

/** One of each; the compiler reports when there is a new one. */
const reasons: { readonly [T in LoadErrorReason['_tag']]: Extract<LoadErrorReason, { readonly _tag: T }> } = {
  NoCredentials: { _tag: 'NoCredentials', host: 'api.wandb.ai' },
  Unauthorized: { _tag: 'Unauthorized', host: 'api.wandb.ai', detail: 'user is not logged in' },
  Forbidden: { _tag: 'Forbidden', host: 'api.wandb.ai', detail: '' },
  NotFound: { _tag: 'NotFound', what: 'run', path: 'team/vision/a' },
  InvalidPath: { _tag: 'InvalidPath', path: 'a/b/c/d', reason: 'too many segments' },
  InvalidQuery: { _tag: 'InvalidQuery', field: 'limit', reason: 'must be a positive integer' },
  InvalidClient: { _tag: 'InvalidClient', option: 'baseUrl', reason: 'must be a URL' },
  GraphqlRefused: { _tag: 'GraphqlRefused', errors: [{ message: 'one' }, { message: 'two' }], partial: undefined },
  HttpFailed: { _tag: 'HttpFailed', status: 503, detail: 'overloaded' },
  RateLimited: { _tag: 'RateLimited', retryAfterSeconds: 2.55 },
  NetworkFailed: { _tag: 'NetworkFailed', detail: 'ECONNREFUSED' },
  TimedOut: { _tag: 'TimedOut', seconds: 30 },
  Aborted: { _tag: 'Aborted' },
  ResponseMalformed: { _tag: 'ResponseMalformed', detail: 'not JSON' },
  CursorStuck: { _tag: 'CursorStuck', cursor: 'abc', page: 2 },
  ListIncomplete: { _tag: 'ListIncomplete', what: 'runs', failures: [failure], missing: 0 },
  RunUnreadable: { _tag: 'RunUnreadable', failure },
  Unreadable: { _tag: 'Unreadable', what: 'artifact version', failure },
  UnsafePath: { _tag: 'UnsafePath', name: '../a', reason: 'leads out of its folder' },
  FileUnreadable: { _tag: 'FileUnreadable', detail: 'the file is truncated' },
  DiskFailed: { _tag: 'DiskFailed', path: '/data/a', detail: 'ENOSPC' },
  DigestMismatch: { _tag: 'DigestMismatch', name: 'a', expected: 'x', actual: 'y' },
  FileExists: { _tag: 'FileExists', path: '/data/output.log' },
  Unsupported: { _tag: 'Unsupported', feature: 'filters on sweeps', advice: 'load all sweeps, and look at each' },
}

describe('loadError', () => {
  test.each(Object.values(reasons))('reports $_tag in one line, and what to do', (reason) => {
    const { message } = loadError(reason)
    expect(message).toMatch(/^[^\n\r]{20,400}\.$/)
    expect(message).not.toMatch(/undefined|null|\[object/)
    expect(message).toMatch(/check|pass|ask|try|look|start|must|download|too many segments/i)
  })

  test('is the reason, the message, and nothing else', () => {
    for (const reason of Object.values(reasons)) {
      const { message, ...rest } = loadError(reason)
      expect(rest).toEqual(reason)
      expect(typeof message).toBe('string')
    }
  })

  test('is plain data that survives JSON and a worker', () => {
    for (const reason of Object.values(reasons)) {
      const error = loadError(reason)
      expect(structuredClone(error)).toEqual(error)
      expect(Object.isFrozen(error)).toBe(true)
      expect(JSON.parse(JSON.stringify(error))).toEqual(JSON.parse(JSON.stringify({ ...error })))
    }
  })

  test('keeps what the server said in the line', () => {
    expect(loadError(reasons.GraphqlRefused).message).toContain('one; two')
    expect(loadError(reasons.HttpFailed).message).toContain('503 (overloaded)')
    expect(loadError(reasons.Unauthorized).message).toContain('user is not logged in')
    expect(loadError(reasons.RunUnreadable).message).toContain('at "config/lr": expected number, got string')
  })

  test('stays one line whatever the server reports', () => {
    const message = `a\n\tb\r\u0000\u001b[31mred\u001b[0m\u2028\u202etxt.exe${'x'.repeat(1000)}`
    const error = loadError({ _tag: 'GraphqlRefused', errors: [{ message }], partial: undefined })
    expect(error.message).toMatch(/^[\x20-\x7e…]{20,401}$/)
    expect(error.message).toMatch(/check the query/)
  })

  test('does not cut a character in two', () => {
    for (const pad of ['', 'x'])
      expect(
        loadError({ _tag: 'InvalidQuery', field: `${pad}${'🚀'.repeat(400)}`, reason: 'is wrong' }).message,
      ).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/)
  })

  test('reports something where the server reports nothing', () => {
    expect(loadError({ _tag: 'GraphqlRefused', errors: [], partial: undefined }).message).toMatch(/rejected/)
    expect(loadError({ _tag: 'HttpFailed', status: 302, detail: '' }).message).toMatch(/302: check baseUrl/)
    expect(loadError({ _tag: 'HttpFailed', status: 404, detail: '' }).message).toMatch(/404: check that baseUrl/)
    expect(loadError({ _tag: 'HttpFailed', status: 422, detail: '' }).message).toMatch(/422: check the query/)
    expect(loadError({ _tag: 'RateLimited', retryAfterSeconds: undefined }).message).toMatch(/try again later/)
    expect(loadError({ _tag: 'RunUnreadable', failure: { ...failure, path: [] } }).message).toMatch(
      /^Could not read the run: expected number/,
    )
  })
})
