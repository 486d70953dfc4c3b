import type { Line, Sandbox } from '../../sandbox/index.ts'

/** More keys of metadata than the official client reads. */
export const LONG = 150

/** A portfolio that links two versions of the project, and versions with tags of which only a later page has one. */
export const addShelf = (sandbox: Sandbox, entity: string, project: string, ids: ReadonlyArray<string>): void => {
  const place = { entity, createdAt: '2026-11-22T10:00:00' }
  const [first = '', second = ''] = ids
  const links = [
    { artifact: first, versionIndex: 0, aliases: ['v0'], createdAt: '2026-11-22T10:00:00' },
    { artifact: second, versionIndex: 1, aliases: ['v1', 'latest', 'production'], createdAt: '2026-11-22T11:00:00' },
  ]
  const shelf = { name: 'shelf', type: 'model', description: 'what is shipped', tags: ['shipped'] }
  const source = sandbox.store.artifact(first)
  const version = { ...source, kind: 'artifact', project, type: 'model', metadata: null }
  const tagged = Array.from({ length: 6 }, (_, versionIndex) => ({
    ...version,
    id: `tagged-${versionIndex}`,
    name: 'tagged',
    versionIndex,
    aliases: [`v${versionIndex}`, ...(versionIndex === 5 ? ['latest', 'final'] : [])],
    ...(versionIndex === 1 ? { tags: ['prod', 'eu'] } : {}),
    ...(versionIndex === 2 ? { ttlDurationSeconds: 86_400 } : {}),
  }))
  const keys = Object.fromEntries(Array.from({ length: LONG }, (_, key) => [`key ${key}`, key]))
  const long = {
    ...version,
    id: 'long',
    name: 'long',
    versionIndex: 0,
    aliases: ['v0', 'latest'],
    metadata: JSON.stringify(keys),
  }
  const lines: ReadonlyArray<unknown> = [
    { kind: 'portfolio', ...place, project: 'shelves', ...shelf, links },
    ...tagged,
    long,
  ]
  for (const line of lines) sandbox.store.add(line as Line)
}

/** Not one of those that were added here. */
export const isRecorded = ({ name }: { readonly name: string }): boolean => name !== 'tagged' && name !== 'long'
