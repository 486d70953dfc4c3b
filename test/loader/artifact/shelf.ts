import { createHash } from 'node:crypto'
import type { Line } from '../../../sandbox/index.ts'
import { run } from '../../sandbox/fixture.ts'

/** Files by name, with their contents. */
export const contents: Readonly<Record<string, string>> = {
  'card.json': '{"rows":3}',
  'weights/layer 1/w.bin': 'weights of layer 1',
  'weights/w.bin': 'weights',
  empty: '',
}

const md5 = (text: string): string => createHash('md5').update(text).digest('base64')

/** What the sandbox serves as the contents of files. */
export const contentLines = Object.values(contents).map((text) => ({
  kind: 'content',
  md5: md5(text),
  base64: Buffer.from(text).toString('base64'),
}))

const entry = (text: string) => ({ digest: md5(text), size: Buffer.byteLength(text) })

export const reference = 'https://data.example.com/source.csv'

const manifest = {
  ...Object.fromEntries(Object.entries(contents).map(([name, text]) => [name, entry(text)])),
  source: { digest: 'an-etag', size: 100, ref: reference },
}

const version = (versionIndex: number, more: object = {}): Line => ({
  kind: 'artifact',
  id: `model-${versionIndex}`,
  entity: 'team',
  project: 'vision',
  name: 'model',
  type: 'model',
  versionIndex,
  aliases: [`v${versionIndex}`],
  size: 35,
  digest: `d41d8cd98f00b204e9800998ecf842${versionIndex + 10}`,
  description: null,
  metadata: null,
  state: 'COMMITTED',
  commitHash: null,
  historyStep: null,
  fileCount: 5,
  createdAt: `2026-03-01T10:00:${versionIndex + 10}`,
  updatedAt: null,
  createdBy: { run: 'alpha' },
  manifest,
  ...more,
})

/** More keys than some clients read. */
export const manyKeys = Object.fromEntries(Array.from({ length: 150 }, (_, key) => [`key ${key}`, key]))

/** A model of six versions, a data set, and a portfolio in another project that links to three of them. */
export const lines: ReadonlyArray<Line> = [
  { kind: 'user', username: 'ada', name: 'Ada', email: 'ada@example.com' },
  { kind: 'project', entity: 'team', name: 'vision', description: null, createdAt: '2026-01-01T00:00:00', user: 'ada' },
  version(0, { tags: ['reviewed', 'small'] }),
  version(1, { aliases: ['v1', 'best/2:1'], metadata: JSON.stringify(manyKeys) }),
  version(2, { createdBy: { user: 'ada' } }),
  version(3, { tags: ['reviewed'], ttlDurationSeconds: 86_400 }),
  version(4, { tags: ['small'] }),
  version(5, { aliases: ['v5', 'latest'], tags: ['reviewed', 'small'] }),
  version(0, { id: 'data-0', name: 'data', type: 'dataset', aliases: ['v0', 'latest'] }),
  {
    kind: 'portfolio',
    entity: 'team',
    project: 'registry',
    name: 'best',
    type: 'model',
    description: 'what we ship',
    tags: ['shipped'],
    createdAt: '2026-03-02T10:00:00',
    links: [
      { artifact: 'model-1', versionIndex: 0, aliases: ['v0'], createdAt: '2026-03-02T11:00:00' },
      { artifact: 'data-0', versionIndex: 1, aliases: ['v1'], createdAt: '2026-03-02T11:30:00' },
      { artifact: 'model-3', versionIndex: 2, aliases: ['v2', 'production'], createdAt: '2026-03-02T12:00:00' },
    ],
  },
  run('alpha', { loggedArtifacts: ['model-0', 'model-1', 'model-3', 'model-4', 'model-5'], usedArtifacts: ['data-0'] }),
  ...Array.from({ length: 5 }, (_, index) =>
    run(`user${index}`, {
      project: index === 4 ? 'elsewhere' : 'vision',
      usedArtifacts: ['model-3'],
      config: `{"lr":{"desc":null,"value":${index}}}`,
    }),
  ),
]
