import { describe, expect, test } from 'vitest'
import type { ReportSection } from 'wandb-run-ops/types'
import { panelGrid, runSet, specOf, where } from '../../../sandbox/synthetic/report.ts'
import { reportListedRuns, reportRuns } from '../../../src/ops/report/runs.ts'
import { reportSections } from '../../../src/ops/report/sections.ts'
import { aReport } from '../records.ts'

type Dict = Readonly<Record<string, unknown>>

const section = (set: unknown, more: Partial<ReportSection> = {}): ReportSection => ({
  name: undefined,
  openRunSet: 0,
  runSets: [set as Dict],
  panels: [],
  ...more,
})

const asked = (set: unknown) => reportRuns(aReport(), section(set))
const filtered = (filters: unknown) => {
  const { filters: said, untranslated } = asked({ filters }) ?? {}
  return { said, untranslated }
}
const says = (said: object, untranslated: ReadonlyArray<string> = []) => ({ said, untranslated })

const finished = where('run', 'state', '=', 'finished')
const fast = where('config', 'lr.value', '>', 0.01)
const good = where('summary', 'val/acc', '>=', 0.9)

describe('reportRuns', () => {
  test('selects all runs of a default run set, newest first', () => {
    const report = aReport({ spec: JSON.parse(specOf([panelGrid([runSet()])])) })
    expect(reportSections(report).map((one) => reportRuns(report, one))).toEqual([
      { project: 'team/vision', filters: {}, order: '-createdAt', untranslated: [] },
    ])
  })

  test.each([
    [where('config', 'lr', '=', 0.1), { 'config.lr': 0.1 }],
    [where('config', 'lr', '==', 0.1), { 'config.lr': 0.1 }],
    [where('config', 'optimizer.value.lr', '<=', 1), { 'config.optimizer.value.lr': { $lte: 1 } }],
    [where('summary', 'val/loss', '<', 1), { 'summary_metrics.val/loss': { $lt: 1 } }],
    [where('keys_info', 'loss', '!=', null), { 'keys_info.keys.loss': { $ne: null } }],
    [where('run', 'jobType', 'IN', ['a', 'b']), { jobType: { $in: ['a', 'b'] } }],
    [where('run', 'jobType', 'NIN', ['a']), { jobType: { $nin: ['a'] } }],
    [where('run', 'displayName', 'REGEX', '^a'), { displayName: { $regex: '^a' } }],
    [where('run', 'group', '=', null), { group: null }],
    [where('run', 'readOnly', '=', false), { readOnly: false }],
    [where('summary', '__proto__', '=', 0), JSON.parse('{"summary_metrics.__proto__":0}')],
  ])('translates %j', (filter, said) => {
    expect(filtered(filter)).toEqual(says(said))
  })

  test.each([
    [where('tags', 'best', '=', true), { tags: 'best' }],
    [where('tags', 'best', '!=', false), { tags: 'best' }],
    [where('tags', 'best', '=', false), { $or: [{ tags: null }, { tags: { $ne: 'best' } }] }],
    [where('tags', 'best', '!=', true), { $or: [{ tags: null }, { tags: { $ne: 'best' } }] }],
    [where('tags', '*', 'IN', ['a', 'b']), { tags: { $in: ['a', 'b'] } }],
    [where('tags', '*', 'NIN', ['a', 'b']), { tags: { $nin: ['a', 'b'] } }],
    [where('run', 'tags', 'IN', ['a']), { tags: { $in: ['a'] } }],
  ])('translates the tag filter %j', (filter, said) => {
    expect(filtered(filter)).toEqual(says(said))
  })

  test('leaves out disabled and incomplete filters, without a null in their place', () => {
    const members = [
      { ...finished, disabled: true },
      where('run', '', '=', ''),
      where('config', 'lr', '>', null),
      { key: fast['key'], op: '<' },
      { op: 'OR', filters: [good, fast], disabled: true },
      { op: 'AND', filters: [] },
      good,
    ]
    expect(filtered({ op: 'OR', filters: [{ op: 'AND', filters: members }] })).toEqual(
      says({ 'summary_metrics.val/acc': { $gte: 0.9 } }),
    )
    expect(filtered({ op: 'OR', filters: [{ op: 'AND', filters: members.slice(0, -1) }] })).toEqual(says({}))
  })

  test('keeps groups within groups', () => {
    const nested = {
      op: 'AND',
      filters: [good, { op: 'OR', filters: [finished, { op: 'AND', filters: [fast, good] }] }],
    }
    expect(filtered({ op: 'OR', filters: [nested] }).said).toEqual({
      $and: [
        { 'summary_metrics.val/acc': { $gte: 0.9 } },
        {
          $or: [
            { state: 'finished' },
            { $and: [{ 'config.lr.value': { $gt: 0.01 } }, { 'summary_metrics.val/acc': { $gte: 0.9 } }] },
          ],
        },
      ],
    })
  })

  test('reads the newer format, in which AND binds more closely than OR', () => {
    const filters = [
      finished,
      { ...fast, connector: 'AND' },
      { ...good, connector: 'OR' },
      { filters: [finished, { ...fast, connector: 'OR' }], connector: 'AND' },
    ]
    expect(filtered({ filterFormat: 'filterV2', filters }).said).toEqual({
      $or: [
        { $and: [{ state: 'finished' }, { 'config.lr.value': { $gt: 0.01 } }] },
        {
          $and: [
            { 'summary_metrics.val/acc': { $gte: 0.9 } },
            { $or: [{ state: 'finished' }, { 'config.lr.value': { $gt: 0.01 } }] },
          ],
        },
      ],
    })
  })

  test('joins members of the newer format without a connector by AND', () => {
    expect(filtered({ filterFormat: 'filterV2', filters: [finished, fast] }).said).toEqual({
      $and: [{ state: 'finished' }, { 'config.lr.value': { $gt: 0.01 } }],
    })
  })

  test('returns an OR whose first member is disabled no first member', () => {
    const filters = [
      { ...finished, disabled: true },
      { ...fast, connector: 'OR' },
    ]
    expect(filtered({ filterFormat: 'filterV2', filters })).toEqual(says({ 'config.lr.value': { $gt: 0.01 } }))
  })

  test.each([
    [where('run', 'createdAt', 'WITHINSECONDS', 3600), 'filter run.createdAt WITHINSECONDS'],
    [where('aggregations_min', 'loss', '<', 1), 'filter aggregations_min.loss <'],
    [where('run', 'displayName', '=', 'a.*', { isRegex: true }), 'filter run.displayName ='],
    [where('tags', 'best', '>', 1), 'filter tags.best >'],
    [{ op: 'NOT', filters: [finished] }, 'filter group NOT'],
    ['state = finished', 'filter without a key'],
  ])('reports %j as untranslated', (filter, missed) => {
    expect(filtered({ op: 'AND', filters: [finished, filter] })).toEqual(says({ state: 'finished' }, [missed]))
  })

  test.each<[string, string, string, ReadonlyArray<string>]>([
    ['summary', 'val.loss', 'summary_metrics.val.loss', ['filter summary.val.loss >=, unless its dot separates keys']],
    ['config', 'opt.lr', 'config.opt.lr', ['filter config.opt.lr >=, unless its dot separates keys']],
    ['config', 'a.b.value', 'config.a.b.value', ['filter config.a.b.value >=, unless its dot separates keys']],
    [
      'keys_info',
      'val.loss',
      'keys_info.keys.val.loss',
      ['filter keys_info.val.loss >=, unless its dot separates keys'],
    ],
    ['config', 'opt.value.lr', 'config.opt.value.lr', []],
    ['config', 'lr.value', 'config.lr.value', []],
    ['summary', 'val/loss', 'summary_metrics.val/loss', []],
  ])('tells of a dot in the %s key %s, which the server takes for nesting', (section, name, column, missed) => {
    expect(filtered(where(section, name, '>=', 1))).toEqual(says({ [column]: { $gte: 1 } }, missed))
  })

  test('reports endlessly nested filters as untranslated', () => {
    const filter: { op: string; filters: Array<unknown> } = { op: 'AND', filters: [finished] }
    filter.filters.push(filter)
    expect(filtered(filter).untranslated).toEqual(['filters nested too deeply'])
  })

  test.each([
    [{ root: 1, bounds: [], tree: [] }, {}],
    [{ root: 1, bounds: [], tree: ['a'] }, { name: { $nin: ['a'] } }],
    [{ root: 0, bounds: [], tree: ['a', 'b'] }, { name: { $in: ['a', 'b'] } }],
    [{ root: 0, bounds: [], tree: [] }, { name: { $in: [] } }],
    [undefined, {}],
  ])('follows the eyes of %j', (selections, filters) => {
    expect(asked({ selections })).toMatchObject({ filters, untranslated: [] })
  })

  test('joins the filters and the eyes', () => {
    expect(asked({ filters: finished, selections: { root: 0, bounds: [], tree: ['a'] } })?.filters).toEqual({
      $and: [{ state: 'finished' }, { name: { $in: ['a'] } }],
    })
  })

  test('reports the selection of single groups and the search as untranslated', () => {
    const tree = [{ value: 'group-a', children: ['a'], skip: false }]
    expect(asked({ selections: { root: 0, bounds: [], tree }, search: { query: 'adam' } })?.untranslated).toEqual([
      'selection of single groups',
      'search',
    ])
  })

  test.each([
    [undefined, '+created_at', []],
    [{ keys: [] }, '+created_at', []],
    [{ key: { section: 'summary', name: 'loss' }, ascending: true }, '+summary_metrics.loss', []],
    [{ keys: [{ key: { section: 'config', name: 'lr.value' }, ascending: false }] }, '-config.lr.value', []],
    [
      { keys: [{ key: { section: 'aggregations_max', name: 'acc' } }] },
      '+created_at',
      ['order by aggregations_max.acc'],
    ],
    [{ keys: [{ key: { section: 'run', name: 'name' }, ascending: true }] }, '+name', []],
    [{ keys: [{ key: { section: 'run', name: 'host' } }] }, '-host', []],
    [{ keys: [{ key: { section: 'tags', name: 'best' } }] }, '-tags.best', []],
    [{ keys: [{ key: { section: 'summary', name: 'val/loss' } }] }, '-summary_metrics.val/loss', []],
    [
      { keys: [{ key: { section: 'summary', name: 'loss.min' } }] },
      '-summary_metrics.loss.min',
      ['order by summary.loss.min, unless its dot separates keys'],
    ],
    [{ keys: [{ key: { section: 'summary', name: 'a,b' } }] }, '+created_at', ['order by summary.a,b']],
    [{ keys: [{ key: { section: 'run', name: 'colour' } }] }, '+created_at', ['order by run.colour']],
    [
      { keys: [{ key: { section: 'run', name: 'state' } }, { key: { section: 'run', name: 'createdAt' } }] },
      '-state',
      ['order by run.createdAt'],
    ],
  ])('orders by %j', (sort, order, untranslated) => {
    expect(asked({ sort })).toMatchObject({ order, untranslated })
  })

  test('looks into the project that the run set names', () => {
    const projectOf = (project: unknown) => asked({ project })?.project
    expect(projectOf({ id: 'x', name: 'audio', entityName: 'lab' })).toBe('lab/audio')
    expect(projectOf({ name: 'audio' })).toBe('team/audio')
    expect([projectOf(null), projectOf({ name: '', entityName: '' })]).toEqual(['team/vision', 'team/vision'])
  })

  test('takes the run set that is open, and is undefined if there is none', () => {
    const two = section({ filters: finished }, { runSets: [{ filters: finished }, { filters: fast }], openRunSet: 1 })
    expect(reportRuns(aReport(), two)?.filters).toEqual({ 'config.lr.value': { $gt: 0.01 } })
    expect(reportRuns(aReport(), { ...two, openRunSet: 0 })?.filters).toEqual({ state: 'finished' })
    expect(reportRuns(aReport(), { ...two, openRunSet: 2 })).toBe(undefined)
    expect(reportRuns(aReport(), { ...two, runSets: [] })).toBe(undefined)
  })

  test('takes the section alone, too', () => {
    expect(reportRuns(section({ filters: finished }))(aReport())).toEqual(asked({ filters: finished }))
  })
})

describe('reportListedRuns', () => {
  test('includes hidden runs', () => {
    const one = section({ filters: finished, selections: { root: 0, bounds: [], tree: ['a'] } })
    expect(reportListedRuns(aReport(), one)).toMatchObject({ filters: { state: 'finished' }, untranslated: [] })
  })
})
