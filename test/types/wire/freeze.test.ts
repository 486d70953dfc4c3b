import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import { historyFromRows } from '../../../src/history/historyFromRows.ts'
import { ArtifactVersion } from '../../../src/types/artifact/ArtifactVersion.ts'
import { Report } from '../../../src/types/report/Report.ts'
import { runCodec } from '../../../src/types/run/runCodec.ts'
import { SweepConfig } from '../../../src/types/sweep/SweepConfig.ts'
import { freezeParsed, frozenCopy } from '../../../src/types/wire/freeze.ts'
import { MetricsObject } from '../../../src/types/wire/json.ts'

/** The paths of the lists and dicts within a value that can be changed. */
const changeable = (value: unknown, path = '$'): ReadonlyArray<string> => {
  if (typeof value !== 'object' || value === null || value instanceof Date || ArrayBuffer.isView(value)) return []
  return [
    ...(Object.isFrozen(value) ? [] : [path]),
    ...Object.entries(value).flatMap(([key, part]) => changeable(part, `${path}.${key}`)),
  ]
}

const decoded = <A>(codec: t.Decoder<unknown, A>, u: unknown): A => {
  const result = codec.decode(u)
  if (E.isLeft(result)) throw new Error('not decoded')
  return result.right
}

const nested = { list: [1, [2, { deep: ['NaN'] }]], dict: { empty: {}, list: [] } }

const dicts = {
  config: {
    layers: { value: [64, 32] },
    model: { value: { sizes: [1, { a: [] }] } },
    plain: [[1]],
    _wandb: { t: [1] },
  },
  summaryMetrics: { ...nested, _wandb: { runtime: 1, t: [1, { a: [] }] } },
  systemMetrics: nested,
  historyKeys: { keys: { loss: { typeCounts: [{ type: 'number', count: 1 }], previousValue: [1] } }, lastStep: 1 },
}

const light = { id: 'UnVuOjE=', name: 'r1', createdAt: '2026-11-21T10:00:00', tags: ['a'], user: { username: 'ada' } }

const texts = Object.fromEntries(Object.entries(dicts).map(([key, dict]) => [key, JSON.stringify(dict)]))

const codec = runCodec(['config', 'summary', 'systemMetrics', 'historyKeys', 'sweep', 'files'], {
  entity: 'acme',
  project: 'zoo',
  appUrl: 'https://wandb.ai',
})

const DEPTH = 20_000

describe('a record', () => {
  it('has frozen lists and dicts at any depth, decoded from text or from objects', () => {
    expect(changeable(decoded(codec, { ...light, ...texts }))).toEqual([])
    expect(changeable(decoded(codec, { ...light, ...dicts }))).toEqual([])
    const long = { ...dicts.summaryMetrics, text: 'x'.repeat(5_000) }
    expect(changeable(decoded(codec, { ...light, summaryMetrics: JSON.stringify(long) }))).toEqual([])
    expect(changeable(decoded(SweepConfig, JSON.stringify(nested)))).toEqual([])
    const spec = { blocks: [{ metadata: { panels: [{}] } }] }
    const report = {
      id: 'r',
      entityName: 'a',
      projectName: 'p',
      createdAt: light.createdAt,
      spec: JSON.stringify(spec),
    }
    expect(changeable(decoded(Report, report))).toEqual([])
    const version = {
      id: 'v',
      size: 1,
      digest: 'd',
      versionIndex: 0,
      createdAt: light.createdAt,
      artifactType: { name: 'model' },
      artifactSequence: { name: 'm' },
      aliases: [{ alias: 'latest' }],
      tags: [{ name: 'a' }],
      metadata: JSON.stringify(nested),
    }
    expect(changeable(decoded(ArtifactVersion, version))).toEqual([])
  })

  it('is frozen where a codec of the user decoded it', () => {
    const Layers = new t.Type<{ layers: ReadonlyArray<number> }, unknown>(
      'Layers',
      (_u): _u is { layers: ReadonlyArray<number> } => true,
      () => t.success({ layers: [1, 2] }),
      t.identity,
    )
    const typed = runCodec(['config'], { entity: 'a', project: 'p', appUrl: '' }, { config: Layers })
    expect(changeable(decoded(typed, { ...light, ...texts }))).toEqual([])
  })

  it('neither shares nor freezes the lists and dicts of its input', () => {
    const input = structuredClone(dicts)
    const run = decoded(codec, { ...light, ...input })
    expect(changeable(input).length).toBeGreaterThan(15)
    expect(run.config['layers']).not.toBe(input.config.layers.value)
    input.summaryMetrics.list.push(3)
    expect(run.summary['list']).toHaveLength(2)
  })

  it('is decoded from dicts that are nested more deeply than the stack allows', () => {
    const deep = `${'{"a":'.repeat(DEPTH)}"NaN"${'}'.repeat(DEPTH)}`
    let inner: unknown = decoded(MetricsObject, deep)
    for (let depth = 0; depth < DEPTH; depth += 1) inner = (inner as Readonly<Record<string, unknown>>)['a']
    expect(inner).toBeNaN()
    expect(E.isRight(codec.decode({ ...light, config: `{"a":{"value":${deep}}}`, summaryMetrics: deep }))).toBe(true)
  })
})

describe('a history', () => {
  it('has frozen values, and leaves those of its rows as they are', () => {
    const rows = [{ _step: 0, image: { _type: 'image-file', sizes: [1, [2]] }, list: [[1]] }]
    expect(changeable(historyFromRows(rows))).toEqual([])
    expect(changeable(historyFromRows(rows.map((row) => JSON.stringify(row))))).toEqual([])
    expect(changeable(rows)).not.toEqual([])
    expect(historyFromRows(rows).columns['list']?.values[0]).toEqual([[1]])
  })
})

describe('freezeParsed', () => {
  it('freezes the value itself, and leaves dates and instances alone', () => {
    class Box {
      inner = [1]
    }
    const value = { date: new Date(0), box: new Box(), bytes: new Uint8Array(2), list: [{}] }
    expect(freezeParsed(value)).toBe(value)
    expect(changeable(value)).toEqual(['$.box', '$.box.inner'])
    expect(freezeParsed('text')).toBe('text')
  })

  it('ends for a list that contains itself', () => {
    const circle: Array<unknown> = [[]]
    circle.push(circle)
    expect(Object.isFrozen(freezeParsed(circle)[0])).toBe(true)
  })
})

describe('frozenCopy', () => {
  it('keeps keys of any name, shared parts and circles', () => {
    const circle: Array<unknown> = [JSON.parse('{"__proto__":{"a":1}}')]
    circle.push(circle)
    const copy = frozenCopy(circle) as ReadonlyArray<unknown>
    expect(copy[1]).toBe(copy)
    expect(Object.entries(copy[0] as object)).toEqual([['__proto__', { a: 1 }]])
    expect(Object.isFrozen(copy)).toBe(true)
  })
})
