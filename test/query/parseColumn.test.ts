import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { byDay, byHour, byMonth, byWeek, type Column, column, parseColumn } from 'wandb-run-ops/query'
import { columnLabel } from '../../src/query/Column.ts'
import { columnReadings } from '../../src/query/parseColumn.ts'
import { anyColumn, queryKey } from '../arbitraries/query.ts'
import { law, thoroughLaw } from '../laws/law.ts'

describe('parseColumn', () => {
  test.each<[string, Column]>([
    ['state', column.state],
    [' state ', column.state],
    ['name', column.name],
    ['config.lr', column.config('lr')],
    ['config.optimizer.lr', column.config('optimizer', 'lr')],
    ['config["encoder"]["0"]', column.config('encoder', '0')],
    ['config.layers.1', column.config('layers', '1')],
    ['config.layers[ 1 ]', column.config('layers', '1')],
    ['config.layers.-1', column.config('layers', '-1')],
    ['config["a.b"].c', column.config('a.b', 'c')],
    ['config.__proto__', column.config('__proto__')],
    ['config[""]', column.config('')],
    ['config["*"]', column.config('*')],
    ['summary.val/loss', column.summary('val/loss')],
    ['summary.val loss', column.summary('val loss')],
    ["summary.it's", column.summary("it's")],
    ['summary.🚀', column.summary('🚀')],
    ['summary["a,b"]', column.summary('a,b')],
    [`summary['say "so"']`, column.summary('say "so"')],
    [String.raw`summary['it\'s']`, column.summary("it's")],
    [String.raw`summary["\u00fc\\"]`, column.summary('ü\\')],
    ['systemMetrics["system.cpu"]', column.systemMetrics('system.cpu')],
    ['history.loss.min', column.history('loss').min],
    ['history["val.loss"].argmax', column.history('val.loss').argmax],
    ['history.val.loss.argmax', column.history('val.loss').argmax],
    ['createdAt.byDay', byDay(column.createdAt)],
    ['created_at.byHour()', byHour(column.createdAt)],
    ['heartbeatAt.byMonth("America/New_York")', byMonth(column.heartbeatAt, 'America/New_York')],
    ["createdAt.byWeek( 'Asia/Tokyo' )", byWeek(column.createdAt, 'Asia/Tokyo')],
  ])('reads %j', (text, of) => {
    expect(parseColumn(text)).toEqual(E.right(of))
  })

  test.each<[string, Column]>([
    ['summary_metrics.acc', column.summary('acc')],
    ['summaryMetrics.acc', column.summary('acc')],
    ["summary_metrics['eval/loss']", column.summary('eval/loss')],
    ['summary_metrics.loss.value', column.summary('loss', 'value')],
    ['config.lr.value', column.config('lr')],
    ['config["lr"].value', column.config('lr')],
    ['config.lr.value.value', column.config('lr', 'value')],
    ['config.lr["value"]', column.config('lr', 'value')],
    ['config.optimizer.value.lr', column.config('optimizer', 'lr')],
    ['config.value', column.config('value')],
    ['system_metrics.gpu', column.systemMetrics('gpu')],
    ['created_at', column.createdAt],
    ['heartbeat_at', column.heartbeatAt],
    ['display_name', column.displayName],
    ['duration', column.runtime],
    ['username', column.user],
    ['sweep', column.sweepName],
  ])("reads W&B's %j", (text, of) => {
    expect(parseColumn(text)).toEqual(E.right(of))
  })

  test.each<[unknown, RegExp]>([
    ['', /^is empty: name a column/],
    ['acc', /^"acc" is not a column\. A logged value is summary\.acc, a config entry config\.acc$/],
    ['_step', /value is summary\._step/],
    ['val loss', /value is summary\["val loss"\]/],
    ['creatd_at', /Did you mean created_at\? A logged value is summary\.creatd_at/],
    ['sumary.acc', /^"sumary.acc" is not a column\. Did you mean summary\.acc\?/],
    ['model["x"]', /is not a column\. Only config, summary/],
    ['__proto__', /is not a column/],
    ['constructor', /is not a column/],
    ['config', /is a dict/],
    ['summary_metrics', /is a dict/],
    ['config.', /is malformed/],
    ['config..a', /is malformed/],
    ['config. a', /is malformed/],
    ['config.a,b', /is malformed/],
    ['config["a', /is malformed/],
    ['config["a"]b', /is malformed/],
    ['.a', /is malformed/],
    ['["a"]', /is malformed/],
    ['state,name', /is a list: name one column/],
    ['state.name', /is not a column/],
    ['config.*', /has \* for a key/],
    [String.raw`config["\q"]`, /is not a valid JSON string/],
    ['config.layers[-1]', /negative index.*count from 0/],
    ['history', /must be a metric with one of/],
    ['history.loss', /must be a metric with one of/],
    ['history["a"]["b"].min', /must be a metric with one of/],
    ['history.loss.median', /must be a metric with one of/],
    ['createdAt.day', /a time has byHour, byDay, byWeek, byMonth, as in createdAt\.byDay or/],
    [
      'createdAt.byDay("Europe/Berln")',
      /names a time zone that does not exist: it must be the name of a time zone, such as "Europe\/Berlin"/,
    ],
    ['createdAt.byDay("UTC', /a time has byHour/],
    ['state.byDay', /is not a column/],
    [7, /^must be a string.*got number/],
    [null, /^must be a string.*got null/],
  ])('refuses %j', (text, reason) => {
    expect(parseColumn(text as string)).toEqual(
      E.left({ _tag: 'InvalidQuery', field: 'column', reason: expect.stringMatching(reason) }),
    )
  })

  const readsBack = (of: Column): boolean => {
    const read = parseColumn(columnLabel(of))
    return E.isRight(read) && JSON.stringify(read.right) === JSON.stringify(of)
  }

  test('reads every label of a column back', () => {
    thoroughLaw(anyColumn, readsBack)
    const key = fc.oneof(queryKey, fc.string({ unit: 'binary' }))
    const path = fc.tuple(key, fc.array(key, { maxLength: 2 }))
    law([path], ([first, rest]) => readsBack(column.config(first, ...rest)))
    law([path], ([first, rest]) => readsBack(column.systemMetrics(first, ...rest)))
    law([key], (metric) => Object.values<Column>({ ...column.history(metric) }).every(readsBack))
  })

  test('reads a column or says why not, whatever the text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('config', '.', '[', ']', '"', "'", '\\', ',', 'a', '*', '-', '0', ' '))
        .map((all) => all.join('')),
    )
    law([text], (any) => {
      const read = parseColumn(any)
      return E.isRight(read) ? readsBack(read.right) : read.left.reason !== ''
    })
  })
})

describe('columnReadings', () => {
  test.each<[string, ReadonlyArray<Column>]>([
    ['state', [column.state]],
    ['config.lr', [column.config('lr')]],
    ['config.a.b', [column.config('a.b'), column.config('a', 'b')]],
    ['config["a"]["b"]', [column.config('a', 'b')]],
    ['config.lr.value', [column.config('lr.value'), column.config('lr', 'value'), column.config('lr')]],
  ])('of %j are %j', (text, all) => {
    expect(columnReadings(text)).toEqual(E.right(all))
  })
})
