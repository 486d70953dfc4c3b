import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { type DecodeFailure, decodeRun, type RunWith } from 'wandb-run-ops/types'
import { fullNode, smallNode } from '../fixtures/types/fullNode.ts'

const decode = decodeRun(['config', 'summary'])

const failure = (outcome: E.Either<DecodeFailure, unknown>): DecodeFailure | undefined =>
  E.isLeft(outcome) ? outcome.left : undefined

describe('decodeRun', () => {
  test('returns the run', () => {
    const outcome = decode(fullNode)
    expectTypeOf(outcome).toEqualTypeOf<E.Either<DecodeFailure, RunWith<'config' | 'summary'>>>()
    expect(E.isRight(outcome) && outcome.right.config['lr']).toBe(0.1)
  })

  test('reports the run and its position', () => {
    expect(failure(decode({ ...smallNode, config: '{' }, { page: 2, index: 7 }))).toEqual({
      path: ['config'],
      expected: 'JSON object',
      actual: 'string',
      runId: 'a1b2c3d4',
      page: 2,
      index: 7,
    })
  })

  test('reports no run if even its id is unreadable', () => {
    expect(failure(decode({ ...smallNode, name: 5 }, { index: 0 }))).toEqual({
      path: ['id'],
      expected: 'RunId',
      actual: 'number',
      index: 0,
    })
    expect(failure(decode(null))).toEqual({ path: [], expected: 'Run', actual: 'null' })
    expect(failure(decode({ ...smallNode, name: '' }))).toEqual({ path: ['id'], expected: 'RunId', actual: 'string' })
  })

  test('one unreadable run does not affect others', () => {
    const outcomes = [fullNode, { ...fullNode, createdAt: 'x' }, null, smallNode].map((node) => decode(node)._tag)
    expect(outcomes).toEqual(['Right', 'Left', 'Left', 'Right'])
  })

  test('reads runs of a given project, with given codecs', () => {
    const place = { entity: 'me', project: 'mine', appUrl: 'https://wandb.example.org' }
    const outcome = decodeRun(['config'], place, { config: t.type({ lr: t.number }) })(fullNode)
    expect(E.isRight(outcome) && outcome.right).toMatchObject({ ...place, config: { lr: 0.1 } })
    if (E.isRight(outcome)) expectTypeOf(outcome.right.config.lr).toEqualTypeOf<number>()
  })

  test('never includes a value, neither from the config nor from a codec’s message', () => {
    const secret = 'sk-0123456789'
    const chatty = new t.Type<never>('Chatty', t.never.is, (u, context) => t.failure(u, context, secret), t.identity)
    const nodes = [
      { ...smallNode, config: `{"key": {"value": "${secret}"}} oops` },
      { ...smallNode, config: { key: { value: secret } } },
      { ...smallNode, config: `"${secret}"` },
    ]
    for (const node of nodes)
      expect(JSON.stringify(decodeRun(['config'], undefined, { config: chatty })(node))).not.toContain(secret)
  })

  test('a node that runs code when read is a failure', () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    const getter = Object.defineProperty({ ...smallNode }, 'config', {
      enumerable: true,
      get: () => {
        throw new Error('sk-secret')
      },
    })
    const name = Object.defineProperty({ ...smallNode, id: 5 }, 'name', {
      get: () => {
        throw new Error('sk-secret')
      },
    })
    for (const node of [proxy, getter, name]) {
      expect(failure(decode(node, { index: 1 }))).toEqual({ path: [], expected: 'Run', actual: 'object', index: 1 })
    }
  })
})
