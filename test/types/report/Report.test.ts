import { expect, test } from 'vitest'
import { Report, unknownUser } from 'wandb-run-ops/types'
import { decoded, refusal } from '../outcome.ts'

const node = {
  id: 'VmlldzoxMjM=',
  entityName: 'team',
  projectName: 'vision',
  name: 'x7kq2',
  displayName: 'What we learned',
  description: null,
  user: { id: 'VXNlcjox', username: 'ada', name: 'Ada' },
  createdAt: '2024-02-29T10:00:00',
  updatedAt: '2024-03-01T10:00:00',
  spec: '{"version":5,"blocks":[{"type":"paragraph"}]}',
  appUrl: 'https://wandb.example.com',
}

test('reads a report and its spec, frozen', () => {
  const report = decoded(Report, node)
  expect(report).toStrictEqual({
    id: 'VmlldzoxMjM=',
    entity: 'team',
    project: 'vision',
    name: 'x7kq2',
    displayName: 'What we learned',
    description: undefined,
    user: { id: 'VXNlcjox', username: 'ada', name: 'Ada' },
    createdAt: new Date('2024-02-29T10:00:00Z'),
    updatedAt: new Date('2024-03-01T10:00:00Z'),
    spec: { version: 5, blocks: [{ type: 'paragraph' }] },
    appUrl: 'https://wandb.example.com',
  })
  expect(Object.isFrozen(report) && Object.isFrozen(report.spec)).toBe(true)
})

test('a spec is a string, an object, or absent', () => {
  for (const spec of [null, undefined, '', '{}']) expect(decoded(Report, { ...node, spec }).spec).toStrictEqual({})
  expect(decoded(Report, { ...node, spec: { version: 2 } }).spec).toStrictEqual({ version: 2 })
})

test('a report without a user has the unknown user', () => {
  expect(decoded(Report, { ...node, user: null }).user).toBe(unknownUser)
})

test.each([
  [{ ...node, spec: '[1]' }, ['spec'], 'JSON object', 'string'],
  [{ ...node, spec: '{' }, ['spec'], 'JSON object', 'string'],
  [{ ...node, createdAt: null }, ['createdAt'], 'UtcDate', 'null'],
  [{ ...node, projectName: null }, ['project'], 'string', 'null'],
])('%j is rejected', (wire, path, expected, actual) => {
  expect(refusal(Report, wire)).toEqual({ path, expected, actual })
})

test('round-trips, and recognizes the result', () => {
  const report = decoded(Report, node)
  expect(decoded(Report, Report.encode(report))).toStrictEqual(report)
  expect(Report.is(report)).toBe(true)
  expect(Report.is({ ...report, spec: '{}' })).toBe(false)
})
