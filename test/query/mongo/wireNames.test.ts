import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { type Column, column } from 'wandb-run-ops/query'
import { parseColumnName } from '../../../src/query/mongo/wireNames.ts'

describe('columnNamed', () => {
  test.each<[string, Column]>([
    ['name', column.id],
    ['created_at', column.createdAt],
    ['createdAt', column.createdAt],
    ['duration', column.runtime],
    ['config.lr.value', column.config('lr')],
    ['config.a.value.value', column.config('a', 'value')],
    ['config.__proto__', column.config('__proto__')],
    ['summary_metrics.loss.value', column.summary('loss', 'value')],
    ['system_metrics._wandb', column.systemMetrics('_wandb')],
  ])('reads %j', (name, of) => {
    expect(parseColumnName(name)).toEqual(E.right(of))
  })

  test.each([
    ['id', true],
    ['summary.loss', true],
    ['exitcode', false],
    ['summary', false],
    ['__proto__', false],
    ['config', false],
    ['config.', false],
    ['config.wandb_version', false],
    ['tags.best', false],
  ])('rejects %j; isMistake is %j', (name, isMistake) => {
    expect(parseColumnName(name)).toMatchObject(E.left({ isMistake }))
  })
})
