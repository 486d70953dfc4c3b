import * as E from 'fp-ts/lib/Either.js'
import {
  loadArtifact,
  loadArtifacts,
  loadArtifactTypes,
  loadArtifactVersion,
  loadArtifactVersions,
  orThrow,
} from 'wandb-run-ops/loader'
import { allTimed, collectionFacts, type Facts, right, timed, versionFacts } from './artifactFacts.ts'
import type { Court } from './cases.ts'
import { addShelf, isRecorded, LONG } from './shelf.ts'

export const artifactRegistry = async ({ client, official, sandbox, tally, project }: Court): Promise<void> => {
  const [entity = '', name = ''] = project.split('/')
  const models = (await orThrow(loadArtifacts({ project, type: 'model', limit: 1 })(client))).items[0]?.name
  const logged = (await orThrow(loadArtifactVersions({ artifact: `${project}/${models}`, limit: 2 })(client))).items
  addShelf(
    sandbox,
    entity,
    name,
    logged.map(({ id }) => id),
  )

  const types = (await orThrow(loadArtifactTypes({ project })(client))).items
  const typesThere = await official.ask({ ask: 'artifact_types', path: project })
  tally.same(
    'artifact types',
    types.map(({ id, name: called }) => ({ id, name: called })),
    right(typesThere),
  )

  const collections = [...types.map((type) => [project, type.name]), [`${entity}/shelves`, 'model']] as const
  for (const [path = '', type = ''] of collections) {
    for (const order of [undefined, '-name'] as const) {
      const query = order === undefined ? {} : { order }
      const listed = await orThrow(loadArtifacts({ project: path, type, ...query })(client))
      const items: Array<Facts> = []
      for (const artifact of listed.items)
        items.push(collectionFacts(await orThrow(loadArtifact({ artifact, fields: ['aliases'] })(client))))
      const answer = right(await official.ask({ ask: 'artifact_collections', path, name: type, ...query }))
      const there = { ...answer, items: (answer.items ?? []).map(timed) }
      tally.same(`${type} artifacts of ${path}${order ?? ''}`, { total: listed.totalCount, items }, there)

      for (const artifact of listed.items) {
        const at = `${path}/${artifact.name}`
        const { items: versions, complete } = await orThrow(loadArtifactVersions({ artifact: at, pageSize: 7 })(client))
        tally.holds(`all versions of ${at}`, complete)
        if (artifact.name === 'long') continue
        const ask = { ask: 'artifact_versions', path: at, name: type, per_page: 7 } as const
        tally.same(`versions of ${at}`, versions.map(versionFacts), allTimed(await official.ask(ask)))
      }
    }
  }
}

export const artifactVersions = async (court: Court): Promise<void> => {
  const { client, official, tally, project, version } = court
  const [entity = ''] = project.split('/')
  const paths = [
    `${project}/tagged:v2`,
    `${project}/tagged:latest`,
    `${project}/tagged:final`,
    `${project}/tagged`,
    `${entity}/shelves/shelf:production`,
    `${entity}/shelves/shelf:v0`,
  ]
  for (const { name } of (await orThrow(loadArtifacts({ project, limit: 6 })(client))).items.filter(isRecorded))
    paths.push(`${project}/${name}:latest`, `${project}/${name}:v0`)
  for (const path of paths) {
    const ours = await loadArtifactVersion(path)(client)()
    const theirs = await official.ask({ ask: 'artifact_version', path })
    const facts = E.isRight(theirs) ? timed(theirs.right) : { error: theirs.left }
    const mine = E.isRight(ours) ? versionFacts(ours.right) : { error: ours.left.message }
    // It takes what is asked for by an alias for a link, and gives the page of one where there are any.
    const isTakenForLink = version === '0.19' && !/:v\d+$/.test(path)
    const asLink = {
      ...mine,
      is_link: true,
      ...(/view=membership/.test(String(facts['url'])) && { url: facts['url'] }),
    }
    tally.same(`version ${path}`, isTakenForLink ? asLink : mine, facts)
  }

  const long = await orThrow(loadArtifactVersion(`${project}/long:v0`)(client))
  const refused = await official.ask({ ask: 'artifact_version', path: `${project}/long:v0` })
  tally.defect(
    'D26',
    'metadata of more than a hundred keys is an error there, and is read here',
    E.isLeft(refused),
    Object.keys(long.metadata).length === LONG,
    refused,
  )

  const missing = `${project}/tagged:none`
  const ours = await loadArtifactVersion(missing)(client)()
  const theirs = await official.ask({ ask: 'artifact_version', path: missing })
  tally.holds('a version that does not exist is an error on both sides', E.isLeft(ours) && E.isLeft(theirs))

  const tags = ['prod']
  const found = await orThrow(loadArtifactVersions({ artifact: `${project}/tagged`, tags, pageSize: 1 })(client))
  const short = await official.ask({
    ask: 'artifact_versions',
    path: `${project}/tagged`,
    name: 'model',
    tags,
    per_page: 1,
  })
  tally.defect(
    'D3',
    'a page without the tag ends the list there, and not here',
    E.isRight(short) && short.right.length === 0,
    found.items.map(({ version }) => version).join() === '1',
    { theirs: short, ours: found.items.length },
  )
}
