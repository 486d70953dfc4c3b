import { expect, expectTypeOf, test } from 'vitest'
import {
  type ArtifactVersion,
  type ConfigDict,
  type DefaultField,
  defaultFields,
  type HeavyField,
  type History,
  type HistoryField,
  type InlineField,
  type Run,
  type RunFields,
  type RunHeavy,
  type RunLight,
  type RunWith,
  type SummaryDict,
} from 'wandb-run-ops/types'

test('the default fields are config, summary and system metrics', () => {
  expect(defaultFields).toEqual(['config', 'summary', 'systemMetrics'])
  expect(Object.isFrozen(defaultFields)).toBe(true)
})

test('all fields except the history and the events are part of the node', () => {
  expectTypeOf<Exclude<HeavyField, InlineField>>().toEqualTypeOf<HistoryField>()
  expectTypeOf<DefaultField>().toExtend<InlineField>()
})

type Typed = { readonly lr: number }

test('a run without heavy fields has the light fields', () => {
  expectTypeOf<RunWith<never>>().toExtend<RunLight>()
  expectTypeOf<RunLight>().toExtend<RunWith<never>>()
  expectTypeOf<RunWith<never>>().not.toHaveProperty('config')
})

test('a run has the loaded fields, and no others', () => {
  type Asked = RunWith<'config' | 'loggedArtifactVersions'>
  expectTypeOf<Asked['config']>().toEqualTypeOf<ConfigDict>()
  expectTypeOf<Asked['loggedArtifactVersions']>().toEqualTypeOf<ReadonlyArray<ArtifactVersion>>()
  expectTypeOf<Asked>().not.toHaveProperty('summary')
  expectTypeOf<RunWith<'history'>['history']>().toEqualTypeOf<History>()
})

test('a run with more fields is assignable to one with fewer, but not vice versa', () => {
  expectTypeOf<Run>().toExtend<Pick<RunHeavy, 'config'>>()
  expectTypeOf<RunFields>().toExtend<Run>()
  expectTypeOf<Run>().not.toExtend<RunFields>()
  expectTypeOf<RunWith<'summary'>>().not.toExtend<Pick<RunHeavy, 'config'>>()
})

test('all fields are the light and the heavy ones', () => {
  expectTypeOf<keyof RunFields>().toEqualTypeOf<keyof RunLight | HeavyField>()
  expectTypeOf<RunFields<Typed>['config']>().toEqualTypeOf<Typed>()
})

test('types of config and summary reach the record', () => {
  expectTypeOf<RunWith<'config' | 'summary', Typed>['config']>().toEqualTypeOf<Typed>()
  expectTypeOf<RunWith<'config' | 'summary', Typed>['summary']>().toEqualTypeOf<SummaryDict>()
  expectTypeOf<RunWith<'summary', Typed>>().not.toHaveProperty('config')
  expectTypeOf<RunWith<'config', Typed>>().toExtend<Pick<RunHeavy, 'config'>>()
})

test('an unknown field is a type error', () => {
  // @ts-expect-error there is no such field
  expectTypeOf<RunWith<'weights'>>().toBeObject()
})
