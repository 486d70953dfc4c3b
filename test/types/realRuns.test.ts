import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { decodeRun, parseJson } from 'wandb-run-ops/types'
import { extraData } from '../fixtures/extraData.ts'

/** A line of a file: a run as the server sends it, with the file’s own names for its ids. */
interface Line {
  readonly id: string
  readonly entity: string
  readonly project: string
  readonly createdAt: string
  readonly heartbeatAt: string
  readonly state: string
  readonly config: string
  readonly summaryMetrics: string
  readonly systemMetrics: string
  readonly history: ReadonlyArray<string>
}

const decode = decodeRun(['config', 'summary', 'systemMetrics'])

describe.each([
  ['geom3d', 24, 65_816],
  ['alpaca', 60, 19_883],
])('the recorded runs of %s', (name, runs, rows) => {
  const file = extraData(`${name}.jsonl.gz`)
  const isThere = file !== undefined
  const title = isThere ? '' : ` (skipped: EXTRA_DATA names no folder with ${name}.jsonl.gz)`
  const lines =
    file !== undefined
      ? gunzipSync(readFileSync(file))
          .toString('utf8')
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => JSON.parse(line) as Line)
      : []

  const records = lines.map((line) => {
    const { id, entity, project, ...rest } = line
    const outcome = decode({ ...rest, id: `storage-${id}`, name: id, project: { entityName: entity, name: project } })
    return { line, outcome }
  })

  test.skipIf(!isThere)(`are all read${title}`, () => {
    expect(records.map(({ outcome }) => outcome._tag)).toEqual(Array(runs).fill('Right'))
  })

  test.skipIf(!isThere)(`hold what the engine’s own parser reads from them${title}`, () => {
    for (const { line, outcome } of records) {
      if (E.isLeft(outcome)) continue
      const run = outcome.right
      const config = JSON.parse(line.config) as Record<string, { readonly value: unknown }>
      const summary = JSON.parse(line.summaryMetrics) as Record<string, unknown>
      const userKeys = Object.keys(config).filter((key) => !['_wandb', 'wandb_version'].includes(key))
      expect(Object.keys(run.config)).toEqual(userKeys)
      expect(Object.values(run.config)).toEqual(userKeys.map((key) => config[key]?.value))
      expect(run.internal.config['_wandb']).toEqual(config['_wandb']?.value)
      const { _wandb, ...metrics } = summary
      expect(run.summary).toEqual(metrics)
      expect(run.internal.summary['_wandb']).toEqual(_wandb)
      expect(run.systemMetrics).toEqual(JSON.parse(line.systemMetrics))
      expect(run.id).toBe(line.id)
      expect(run.state).toBe(line.state)
      expect(run.createdAt.toISOString()).toBe(`${line.createdAt}.000Z`)
      expect(run.heartbeatAt?.toISOString()).toBe(`${line.heartbeatAt}.000Z`)
    }
  })

  test.skipIf(!isThere)(`have history rows that are JSON, every one${title}`, () => {
    const all = lines.flatMap((line) => line.history)
    expect(all).toHaveLength(rows)
    expect(all.filter((row) => E.isLeft(parseJson(row)))).toEqual([])
  })
})
