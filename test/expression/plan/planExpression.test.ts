import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import { type Plan, parse, plan } from 'wandb-run-ops/expression'

const planned = (text: string): Plan => {
  const expression = parse(text)
  if (E.isLeft(expression)) throw new Error(expression.left.message)
  return plan(expression.right)
}

const defaults = ['config', 'summary', 'systemMetrics']

test.each<[string, ReadonlyArray<string>, unknown, unknown]>([
  ['runs.count', [], undefined, undefined],
  ['runs.name', [], undefined, undefined],
  ['runs.summary["acc"].avg', ['summary'], undefined, ['acc']],
  ['runs.map((row) => { x: row.config["lr"], y: row.summary.acc })', ['config', 'summary'], ['lr'], ['acc']],
  ['runs.config["a.b"]', ['config'], ['a', 'a.b'], undefined],
  ['runs.config.pick("lr")', ['config'], undefined, undefined],
  ['runs.config[runs[0].name]', ['config'], undefined, undefined],
  ['runs.config["*"]', ['config'], undefined, undefined],
  ['runs.config.keys', ['config'], undefined, undefined],
  ['runs.config', ['config'], undefined, undefined],
  ['runs.map((row) => { x: row.config }).x["lr"]', ['config'], ['lr'], undefined],
  ['runs.groupby((row) => row.config["e"]).map((row) => row.groupkey + row.count)', ['config'], ['e'], undefined],
  ['runs.groupby((row) => row.config).map((row) => row.groupkey["lr"])', ['config'], undefined, undefined],
  ['runs.summary["t"].run.config["lr"]', ['config', 'summary'], ['lr'], ['t']],
  ['runs.map((row) => [{ x: row.config }, 1][0]["x"]["lr"])', ['config'], undefined, undefined],
  ['runs.configAt(["a", "b"])', ['config'], ['a'], undefined],
  ['runs.loggedRuntime', ['summary'], undefined, ['_runtime']],
  ['runs.rawConfig', ['config'], undefined, undefined],
  ['runs', defaults, undefined, undefined],
  ['runs.map((row) => { x: row })', defaults, undefined, undefined],
  ['runs.map((row) => { x: row }).x.config["lr"]', ['config'], ['lr'], undefined],
  ['runs.loggedArtifactVersion("model:latest").size', ['loggedArtifactVersions'], undefined, undefined],
  ['runs.sweep', ['sweep'], undefined, undefined],
])('%s needs %j with the keys %j and %j', (text, fields, config, summary) => {
  const { fields: found, keys } = planned(text)
  expect([found, keys.config, keys.summary]).toEqual([fields, config, summary])
})

test.each([
  ['runs.history["loss"].min', ['loss']],
  ['runs.map((row) => row.history["loss"].min - row.history["acc"].max)', ['acc', 'loss']],
  ['runs.history["loss"]', undefined],
  ['runs.history["loss"].count', undefined],
  ['runs.history.limit(5)["loss"].min', undefined],
  ['runs.map((row) => [row.history["loss"].min, row.history["loss"][-1]])', undefined],
  ['runs.history["_step"].max', undefined],
])('rows of histories without the metrics are omitted only if they make no difference: %s', (text, keys) => {
  expect(planned(text)).toMatchObject({ fields: ['history'], historyKeys: keys })
})

test.each([
  ['row.state == "finished"', { state: 'finished' }, true],
  ['row.config["lr"] > 0.01', { 'config.lr': { $gt: 0.01 } }, false],
  ['0.01 < row.config["optimizer"]["lr"]', { 'config.optimizer.value.lr': { $gt: 0.01 } }, false],
  ['row.summary.acc == 1', { 'summary_metrics.acc': 1 }, false],
  ['row.createdAt > Date("2026-01-01")', { createdAt: { $gte: '2026-01-01T00:00:00.001Z' } }, true],
  ['row.createdAt <= Date("2026-01-01")', { createdAt: { $lt: '2026-01-01T00:00:00.001Z' } }, true],
  ['row.hasTag("best")', { tags: 'best' }, true],
  ['row.tags.contains("best")', { tags: 'best' }, true],
  ['["a", "b"].contains(row.group)', { group: { $in: ['a', 'b'] } }, true],
  ['row.user.username == "ada"', { username: 'ada' }, true],
  ['row.group.isNone', { group: { $eq: null } }, true],
  ['row.config["debug"]', { 'config.debug': true }, false],
  ['!(row.state == "crashed")', { state: { $ne: 'crashed' } }, true],
])('%s is pushed down as %j, exactly: %j', (condition, filters, isExact) => {
  const found = planned(`runs.filter((row) => ${condition}).name`)
  expect([found.filters, found.pushed.map((one) => one.isExact), found.remaining]).toEqual([filters, [isExact], []])
})

test('a negated condition matches runs with a list in the config, which the expression then drops', () => {
  expect(planned('runs.filter((row) => !(row.config["n"] > 1)).name').filters).toEqual({
    $nor: [{ 'config.n': { $gt: 1 } }],
    'config.n': { $ne: null },
  })
  expect(planned('runs.filter((row) => !(null == row.config["n"])).name').filters).toEqual({})
})

test.each([
  ['row.config["a.b"] > 1', /dot/],
  ['row.notes.contains("x")', /not available on the server/],
  ['row.config["a"] > row.config["b"]', /constant/],
  ['row.config["a"] * 2 > 1', /constant/],
  ['row.config["a"].foo == 1', /some values may not have/],
  ['row.config.summary == 1', /some values may not have/],
])('%s is not pushed down, since it %s', (condition, reason) => {
  const { filters, remaining, pushed } = planned(`runs.filter((row) => ${condition}).name`)
  expect([filters, pushed, remaining.map(({ text }) => text)]).toEqual([{}, [], [condition]])
  expect(remaining[0]?.reason).toMatch(reason)
})

test('each part of a condition is pushed down or not on its own', () => {
  const { filters, pushed, remaining } = planned(
    'runs.filter((row) => row.state == "finished" && row.config["a"] == row.config["b"]).filter((row) => row.config["lr"] < 1)',
  )
  expect(filters).toEqual({ state: 'finished', 'config.lr': { $lt: 1 } })
  expect([pushed.length, remaining.length]).toEqual([2, 1])
})

test('an index refers to the list before any later condition', () => {
  const { filters } = planned('runs.filter((row, index) => index < 3).filter((row) => row.state == "finished").name')
  expect(filters).toEqual({})
})

test('a condition covers all uses of the runs', () => {
  const finished = 'runs.filter((row) => row.state == "finished")'
  expect(planned(`[${finished}.count, runs.filter((row) => row.state == "failed").count]`).filters).toEqual({
    $or: [{ state: 'finished' }, { state: 'failed' }],
  })
  const share = planned(`${finished}.count / runs.count`)
  expect(share.filters).toEqual({})
  expect(share.remaining).toMatchObject([{ text: 'row.state == "finished"' }])
})

test.each([
  ['runs.limit(10).name', 10, undefined],
  ['runs[0].name', 1, undefined],
  ['runs.offset(5).limit(10).name', 15, undefined],
  ['runs.filter((row) => row.state == "finished").limit(10).name', 10, undefined],
  ['runs.filter((row) => row.config["lr"] > 1).limit(10).name', undefined, undefined],
  ['runs.sort((row) => row.createdAt, "desc").limit(3).name', 3, '-createdAt'],
  ['runs.sort((row) => [row.summary["acc"]], ["desc"]).limit(3).name', 3, '-summary_metrics.acc'],
  ['runs.sort((row) => row.summary["acc"], "desc").limit(3).name', undefined, undefined],
  ['runs.sort((row) => row.createdAt, "desc").name', undefined, undefined],
  ['runs.groupby((row) => row.name).limit(3).count', undefined, undefined],
  ['[runs.limit(3).name, runs.limit(5).name]', 5, undefined],
  ['[runs.limit(3).name, runs.name]', undefined, undefined],
  ['runs[-1].name', undefined, undefined],
])('%s needs %j runs in the order %j', (text, limit, order) => {
  const found = planned(text)
  expect(found.limit).toBe(limit)
  expect(found.order?.replace('created_at', 'createdAt')).toBe(order)
})

test('a project that the expression names is the one that is read', () => {
  expect(planned('project("team", "vision").runs.limit(1).name')).toMatchObject({
    project: 'team/vision',
    needsRuns: true,
    limit: 1,
  })
})

test('runs that are a parameter are not those of the host', () => {
  expect(planned('[1, 2].map((runs) => runs + 1)').needsRuns).toBe(false)
})

test('function style is planned like method style', () => {
  const one = planned('count(filter(runs, (row) => row.state == "finished"))')
  expect(one).toEqual(planned('runs.filter((row) => row.state == "finished").count'))
})

test('a plan is plain JSON', () => {
  const found = planned('runs.filter((row) => row.createdAt > Date("2026-01-01") && row.notes == "x").config["lr"]')
  expect(JSON.parse(JSON.stringify(found))).toEqual(JSON.parse(JSON.stringify(structuredClone(found))))
})

test('an invalid or too deeply nested expression loads everything', () => {
  expect(planned('project("a").runs.config["lr"]')).toMatchObject({ fields: defaults, filters: {} })
})

test('excludes null on the server for a negated comparison', () => {
  const { filters, pushed } = planned('runs.filter((row) => !(row.jobType > "a")).name')
  expect(JSON.stringify(filters)).toContain('"$ne":null')
  expect(pushed.map(({ isExact }) => isExact)).toEqual([true])
})
