import { parse, validate } from 'graphql'
import type { Sandbox } from '../../sandbox/index.ts'
import { optionalFields as ourYounger } from '../../src/client/graphql/optionalFields.ts'
import { wandbSchema } from '../fixtures/wandbSchema.ts'
import type { Tally } from './tally.ts'

const isOurs = (userAgent: string): boolean => userAgent.startsWith('wandb-run-ops/')

/** Fields that the official client asks for and that are younger than the copy of the schema. */
const younger =
  /"(internalId|features|ttlDurationSeconds|ttlIsInherited|tags|totalCount|createdAt|parquetHistory|digestAlgorithm|artifactCollectionMembership|advancedRegistryFeatures)"/

/** Fields that we ask for, and do without where a server does not know them. */
const isOurYounger = (message: string): boolean =>
  Object.entries(ourYounger).some(([type, names]) =>
    names.some((name) => message.startsWith(`Cannot query field "${name}" on type "${type}".`)),
  )

/** Validates every document that was sent against W&B's own schema. */
export const documents = (sandbox: Sandbox, tally: Tally): void => {
  const sent = new Map(
    sandbox.requests
      .filter(({ query }) => query !== '')
      .map(({ query, operationName, headers }) => [
        query,
        { operationName, ours: isOurs(headers['user-agent'] ?? '') },
      ]),
  )
  for (const [query, { operationName, ours }] of sent) {
    const errors = validate(wandbSchema, parse(query)).map(({ message }) => message)
    const unexpected = errors.filter((message) => !(ours ? isOurYounger(message) : younger.test(message)))
    tally.same(`${ours ? 'our' : 'their'} ${operationName} is valid W&B GraphQL`, unexpected, [])
  }
}
