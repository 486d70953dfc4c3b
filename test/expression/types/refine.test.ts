import { describe, expect, it } from 'vitest'
import { refineRuns } from '../../../src/expression/types/refine.ts'
import { showType } from '../../../src/expression/types/showType.ts'
import { anyType, type Type } from '../../../src/expression/types/Type.ts'

const field = (type: Type, name: string): string => {
  const inner = type._tag === 'List' ? type.of : type
  const run = inner._tag === 'Maybe' ? inner.of : inner
  return run._tag === 'Record' && run.entries ? showType(run.entries[name] ?? anyType) : 'not refined'
}

describe('refineRuns', () => {
  it('infers the keys of all runs, and which of them some runs lack', () => {
    const runs = refineRuns([{ config: { lr: 1, seed: 1 } }, { config: { lr: 'x' } }])
    expect(field(runs, 'config')).toBe('dict<lr: number | string, seed: maybe<number>>')
  })

  it('does not refine fields that were not loaded', () => {
    expect(field(refineRuns([{ config: {} }, {}]), 'config')).toBe('not refined')
    expect(field(refineRuns([]), 'config')).toBe('not refined')
  })

  it('takes the metrics of histories from the runs, or from the caller', () => {
    const runs = [{ historyKeys: { keys: { loss: {}, acc: {} } } }]
    expect(field(refineRuns(runs), 'history')).toBe('list<dict<loss: any, acc: any, …>>')
    expect(field(refineRuns(runs, { historyKeys: ['loss'] }), 'history')).toBe('list<dict<loss: any, …>>')
  })

  it('accepts a run that is null', () => {
    expect(showType(refineRuns([null, { config: {} }]))).toBe('list<maybe<run>>')
  })

  it('treats __proto__ as an ordinary key', () => {
    expect(field(refineRuns([{ config: JSON.parse('{"__proto__": 1}') }]), 'config')).toBe('dict<__proto__: number>')
  })
})
