import { expect, test } from 'vitest'
import { makeClient } from 'wandb-run-ops/loader'
import { loadAliases } from '../../../../src/loader/artifact/internal/loadAliases.ts'
import { failsWith, rightOf } from '../../servers/either.ts'
import { connection } from '../../servers/nodes.ts'
import { scripted } from '../../servers/scripted.ts'

const place = { entity: 'team', project: 'vision', name: 'model' }

test('reads aliases by name, page after page', async () => {
  const { fetch, sent } = scripted(({ variables }) => {
    const aliases =
      variables['after'] === null
        ? connection([{ id: '1', alias: 'a' }], { next: 'x' })
        : connection([{ id: '2', alias: 'b' }, 5])
    return { data: { project: { artifactCollection: { aliases } } } }
  })
  const listed = rightOf(await loadAliases(makeClient({ fetch }), place, undefined))
  expect([listed.items, listed.failures.length, sent.length]).toEqual([['a', 'b'], 1, 2])
})

test('an artifact that does not exist is NotFound', async () => {
  const { fetch } = scripted(() => ({ data: { project: { artifactCollection: null } } }))
  expect(failsWith('NotFound', await loadAliases(makeClient({ fetch }), place, undefined)).what).toBe('artifact')
})
