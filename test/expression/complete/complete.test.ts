import { describe, expect, it } from 'vitest'
import { complete } from '../../../src/expression/complete/complete.ts'
import { refineRuns } from '../../../src/expression/types/refine.ts'

const runs = refineRuns([
  { config: { lr: 1, opt: { name: 'a' } }, summary: { loss: 0.1, "it's": 1, 'val/loss': 0.2, 'a"b': 1 } },
])

/** The suggestions at the position of `|`, and the text after accepting the first. */
const offered = (marked: string) => {
  const offset = marked.indexOf('|')
  const text = marked.slice(0, offset) + marked.slice(offset + 1)
  const all = complete(text, offset, { runs })
  const [first] = all
  return {
    labels: all.map(({ label }) => label),
    taken: first && text.slice(0, first.start) + first.insert + text.slice(first.end),
  }
}

describe('complete', () => {
  it.each([
    ['|', 'runs'],
    ['ru|', 'runs'],
    ['runs.summ|', 'runs.summary'],
    ['runs.summ|ary.x', 'runs.summary.x'],
    ['runs.summary["lo|', 'runs.summary["loss"]'],
    ["runs.summary['it|", "runs.summary['it\\'s']"],
    ['runs.summary["a|', 'runs.summary["a\\"b"]'],
    ['runs.summary["lo|"].max', 'runs.summary["loss"].max'],
    ['runs.summary.val|', 'runs.summary["val/loss"]'],
    ['runs.filter(|', 'runs.filter((row) => '],
    ['runs.filter((row) => row.stat|', 'runs.filter((row) => row.state'],
    ['runs.filter((row) => ro|', 'runs.filter((row) => row'],
    ['runs.map((row) => {a: row.config["op|', 'runs.map((row) => {a: row.config["opt"]'],
    ['runs[0].config["opt"].na|', 'runs[0].config["opt"].name'],
    ['runs.count |', 'runs.count != '],
    ['runs.count * (1 + ru|', 'runs.count * (1 + runs'],
    ['runs[0].summary["loss"] == |', 'runs[0].summary["loss"] == null'],
    ['runs.count != n|', 'runs.count != null'],
    ['true and ru|', 'true and runs'],
    ['// a note\nru|', '// a note\nruns'],
    ['runs.count // ru|', 'runs.count // runs'],
    ['true ? 1 : ru|', 'true ? 1 : runs'],
  ])('completes %s to %s', (marked, taken) => {
    expect(offered(marked).taken).toBe(taken)
  })

  it.each(['"runs.|', 'runs.summary["a" + "|', '1.|', '{|', '{ru|', '/* ru|', '// ru|'])(
    'offers nothing in %s',
    (marked) => {
      expect(offered(marked).labels).toEqual([])
    },
  )

  it('offers a hidden operation only to who has typed it out', () => {
    expect(offered('runs.storageI|').labels).not.toContain('storageId')
    expect(offered('runs.storageId|').labels).toContain('storageId')
  })

  it('sorts prefix matches before other matches', () => {
    const { labels } = offered('runs.name|')
    expect(labels[0]).toBe('name')
    expect(offered('runs.su|').labels[0]).toBe('summary')
  })

  it('describes its suggestions', () => {
    const [first] = complete('runs.runti', 10, { runs })
    expect(first).toMatchObject({ label: 'runtime', kind: 'operation', type: 'list<number>', start: 5, end: 10 })
    expect(first?.description).not.toBe('')
  })

  it('handles long and deeply nested texts', () => {
    expect(complete('('.repeat(20_000), 20_000, { runs }).map(({ label }) => label)).toContain('runs')
    expect(complete('a'.repeat(200_000), 5, { runs })).toEqual([])
  })
})
