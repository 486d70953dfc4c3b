import { describe, expect, test } from 'vitest'
import { readQuery } from '../../../src/api/adapter/readQuery.ts'
import type { QueryShape } from '../../../src/client/queryTask.ts'
import { byProjectAndId } from '../../../src/loader/request/references.ts'
import { thrownBy } from '../door.ts'

interface Query {
  readonly run: unknown
  readonly keys?: ReadonlyArray<string>
  readonly signal?: AbortSignal
}

const shape: QueryShape<Query> = {
  subject: 'run',
  options: { run: true, keys: true, signal: true },
  reference: byProjectAndId,
}
const record = { entity: 'team', project: 'vision', id: 'a1', config: {} }

describe('readQuery', () => {
  test('takes a path, a record or a query, with options that come after', () => {
    expect(readQuery(shape, 'team/vision/a1', undefined)).toEqual({ run: 'team/vision/a1' })
    expect(readQuery(shape, 'team/vision/a1', { keys: ['loss'] })).toEqual({ run: 'team/vision/a1', keys: ['loss'] })
    expect(readQuery(shape, record, { keys: ['loss'] })).toEqual({ run: record, keys: ['loss'] })
    expect(readQuery(shape, { run: record, keys: ['loss'] }, undefined)).toEqual({ run: record, keys: ['loss'] })
    expect(readQuery(shape, { run: 'a1', keys: ['loss'] }, { keys: ['acc'] })).toEqual({ run: 'a1', keys: ['acc'] })
    expect(readQuery(shape, undefined, { keys: ['loss'] })).toEqual({ keys: ['loss'] })
    expect(readQuery(shape, undefined, undefined)).toEqual({})
  })

  test.each([
    [{ key: ['loss'] }, 'Unknown option key. Did you mean keys?'],
    [{ Signal: undefined }, 'Unknown option Signal. Did you mean signal?'],
    [{ per_page: 5 }, 'Unknown option per_page. Expected one of keys, run, signal.'],
  ])('refuses %j as options, with what is near', async (options, message) => {
    expect(await thrownBy(() => readQuery(shape, 'a1', options))).toMatchObject({
      message,
      reason: { _tag: 'InvalidQuery', field: Object.keys(options)[0], reason: 'does not exist' },
    })
  })

  test('refuses a query with a misspelled subject', async () => {
    expect(await thrownBy(() => readQuery(shape, { runs: 'a1' }, undefined))).toMatchObject({
      message: 'Unknown option runs. Did you mean run?',
    })
  })

  test.each([5, null, true, ['a1'], () => {}])('refuses %j as a subject', async (given) => {
    expect(await thrownBy(() => readQuery(shape, given, undefined))).toMatchObject({
      message: 'Invalid query: run must be a path, a record or a query.',
    })
  })

  test.each([5, null, 'keys', []])('refuses %j as options', async (options) => {
    expect(await thrownBy(() => readQuery(shape, 'a1', options))).toMatchObject({
      message: 'Invalid query: options must be an object.',
    })
  })
})
