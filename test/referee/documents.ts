import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildSchema, parse, validate } from 'graphql'
import type { Sandbox } from '../../sandbox/index.ts'
import { optionalFields as ourYounger } from '../../src/client/graphql/optionalFields.ts'
import type { Tally } from './tally.ts'

const file = fileURLToPath(new URL('../../../shared/reference/wandb-schema.graphql', import.meta.url))

const isOurs = (userAgent: string): boolean => userAgent.startsWith('wandb-run-ops/')

/** Fields that the official client asks for and that are younger than the copy of the schema. */
const younger =
  /"(internalId|features|ttlDurationSeconds|ttlIsInherited|tags|totalCount|createdAt|parquetHistory|digestAlgorithm|artifactCollectionMembership|advancedRegistryFeatures)"/

/** Fields that we ask for, and do without where a server does not know them. */
const isOurYounger = (message: string): boolean =>
  Object.entries(ourYounger).some(([type, names]) =>
    names.some((name) => message.startsWith(`Cannot query field "${name}" on type "${type}".`)),
  )

/** Holds every document that was sent against W&B's own schema, where a copy of it is at hand. */
export const documents = (sandbox: Sandbox, tally: Tally): void => {
  if (!existsSync(file)) {
    console.log('skip documents: no copy of the schema')
    return
  }
  const schema = buildSchema(readFileSync(file, 'utf8'), { assumeValidSDL: true })
  const sent = new Map(
    sandbox.requests
      .filter(({ query }) => query !== '')
      .map(({ query, operationName, headers }) => [
        query,
        { operationName, ours: isOurs(headers['user-agent'] ?? '') },
      ]),
  )
  for (const [query, { operationName, ours }] of sent) {
    const errors = validate(schema, parse(query)).map(({ message }) => message)
    const unexpected = errors.filter((message) => !(ours ? isOurYounger(message) : younger.test(message)))
    tally.same(`${ours ? 'our' : 'their'} ${operationName} is valid W&B GraphQL`, unexpected, [])
  }
}
