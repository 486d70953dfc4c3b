import { parse, validate } from 'graphql'
import { expect, test } from 'vitest'
import { consolePageDocument, consoleTailDocument, filesDocument } from '../../../src/loader/file/documents.ts'
import { moreFilesDocument, runDocument, runsDocument } from '../../../src/loader/request/selection.ts'
import {
  agentDocument,
  agentRunsDocument,
  agentsDocument,
  sweepDocument,
  sweepsDocument,
} from '../../../src/loader/sweep/documents.ts'
import { wandbSchema } from '../../fixtures/wandbSchema.ts'

const flags = [true, false]

const documents = [
  ...(['all', 'names', 'pattern'] as const).map((among) => filesDocument[among]),
  consolePageDocument,
  consoleTailDocument,
  moreFilesDocument(1),
  moreFilesDocument(3),
  runDocument(['sweep', 'files', 'loggedArtifactVersions'], {}),
  runsDocument(['sweep', 'files'], {}, { count: true, cursors: true }),
  ...flags.flatMap((filters) => flags.map((order) => sweepsDocument({ filters, order }))),
  sweepDocument,
  agentsDocument,
  agentDocument,
  agentRunsDocument(['config', 'summary'], { summary: ['loss'] }),
]

test('documents of files and sweeps are valid W&B GraphQL', () => {
  const wrong = documents.flatMap(({ text }) => validate(wandbSchema, parse(text)))
  expect(wrong.map(String)).toEqual([])
})
