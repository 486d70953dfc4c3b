import fc from 'fast-check'
import type { Report } from 'wandb-run-ops/types'
import { date } from './date.ts'
import { dict, hostileString, json } from './json.ts'
import type { Model } from './model.ts'
import { storageId, user } from './user.ts'

/** An object as JSON makes it, with all keys or some. */
const object = <A>(model: { [K in keyof A]: fc.Arbitrary<A[K]> }): fc.Arbitrary<A> =>
  fc.record<A>(model, { noNullPrototype: true })

const text = fc.option(hostileString, { nil: undefined })

const key = fc.oneof(
  object({
    section: fc.constantFrom('run', 'config', 'summary', 'tags', 'keys_info', 'other'),
    name: fc.oneof(fc.constantFrom('state', 'lr.value', ''), hostileString),
  }),
  json,
)

/** Filters of a run set, in both formats, and what is none. */
const filters: fc.Arbitrary<unknown> = fc.letrec<{ filter: unknown }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'filter' },
    json,
    object({ key, op: fc.constantFrom('=', '!=', '<', 'IN', 'NIN', 'REGEX', 'WITHINSECONDS'), value: json }),
    fc.record(
      {
        op: fc.constantFrom('AND', 'OR', 'NOT'),
        disabled: fc.boolean(),
        connector: fc.constantFrom('AND', 'OR'),
        filters: fc.array(tie('filter'), { maxLength: 3, depthIdentifier: 'filter' }),
      },
      { requiredKeys: ['filters'], noNullPrototype: true },
    ),
  ),
})).filter

const runSet = fc.oneof(
  json,
  fc.record(
    {
      filters,
      sort: fc.oneof(json, object({ keys: fc.array(object({ key, ascending: fc.boolean() }), { maxLength: 2 }) })),
      selections: fc.oneof(
        json,
        object({ root: fc.constantFrom(0, 1), bounds: fc.constant([]), tree: fc.array(hostileString) }),
      ),
      search: fc.oneof(json, object({ query: hostileString })),
      project: fc.oneof(json, object({ entityName: hostileString, name: hostileString })),
    },
    { requiredKeys: [], noNullPrototype: true },
  ),
)

const metadata = fc.oneof(
  json,
  object({ name: hostileString, openRunSet: fc.integer({ min: -1, max: 2 }), runSets: fc.array(runSet) }),
)

const spec: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc.oneof(
  dict,
  object({ panelGroups: fc.array(metadata, { maxLength: 2 }) }),
  object({
    blocks: fc.array(fc.oneof(json, object({ type: fc.constant('panel-grid'), metadata })), { maxLength: 3 }),
  }),
)

/** A section of a report, or something that is none. */
export const section: fc.Arbitrary<unknown> = fc.oneof(
  dict,
  object({
    name: text,
    openRunSet: fc.integer({ min: -1, max: 1 }),
    runSets: fc.array(runSet, { minLength: 1, maxLength: 2 }),
    panels: fc.constant([]),
  }),
)

/** Each field of a report. */
export const reportModel: Model<Report> = {
  id: storageId,
  entity: hostileString,
  project: hostileString,
  name: text,
  displayName: text,
  description: text,
  user,
  createdAt: date,
  updatedAt: fc.option(date, { nil: undefined }),
  spec,
  appUrl: fc.constant('https://wandb.ai'),
}

/** A report. */
export const report: fc.Arbitrary<Report> = fc.record<Report>(reportModel, { noNullPrototype: true })
