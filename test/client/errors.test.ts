import { expect, test } from 'vitest'
import { makeClient } from 'wandb-run-ops/loader'
import {
  aborted,
  invalidOption,
  malformedResponse,
  notFound,
  unreadableFile,
  unreadableRecord,
} from '../../src/client/errors.ts'

test.each([
  [invalidOption('limit', 'must be a positive integer'), 'Invalid query: limit must be a positive integer.'],
  [malformedResponse('no list'), 'Unexpected response from the server (no list): check that baseUrl is'],
  [unreadableFile('truncated'), 'Could not read the file (truncated): download it again.'],
  [
    unreadableRecord('sweep')({ path: ['config'], expected: 'object', actual: 'number' }),
    'Could not read the sweep at "config": expected object, got number.',
  ],
  [notFound(makeClient(), 'run', 'team/vision/a1'), 'Could not find run "team/vision/a1": check the spelling'],
  [aborted, 'The load was aborted by its signal'],
])('builds %s', (error, message) => {
  expect(error.message.slice(0, message.length)).toBe(message)
})

test('shows no API key in a path', () => {
  const apiKey = 'k'.repeat(40)
  expect(notFound(makeClient({ apiKey }), 'project', `team/${apiKey}`).message).not.toContain(apiKey)
})
