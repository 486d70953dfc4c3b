import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildSchema, parse, validate } from 'graphql'
import { describe, expect, test } from 'vitest'
import { sdl } from '../../../../sandbox/graphql/schema.ts'
import * as documents from '../../../../src/loader/artifact/internal/documents.ts'
import { ofVersion } from '../../../../src/loader/internal/artifact/ofVersion.ts'
import { younger } from '../../../../src/loader/internal/paging/younger.ts'

const paged = ', $first: Int, $after: String'

const all = (isKnown: boolean): Readonly<Record<string, string>> => ({
  types: documents.typesDocument,
  type: documents.typeDocument,
  artifacts: documents.artifactsDocument(false),
  'artifacts of a type': documents.artifactsDocument(true),
  artifact: documents.artifactDocument,
  aliases: documents.aliasesDocument,
  versions: documents.artifactVersionsDocument(isKnown),
  'version by path': documents.versionByPathDocument(isKnown),
  'version by id': documents.versionByIdDocument(isKnown),
  'memberships by id': ofVersion('A', 'id', '', documents.memberships),
  'files by id': ofVersion('A', 'id', `, $names: [String!]${paged}`, documents.files(isKnown)),
  'used by, by path': ofVersion('A', 'path', paged, documents.usedBy('id name')),
  'made by, by id': ofVersion('A', 'id', '', documents.createdBy('id name')),
})

const errorsIn = (schema: ReturnType<typeof buildSchema>, document: string): ReadonlyArray<string> =>
  validate(schema, parse(document)).map(({ message }) => message)

const file = fileURLToPath(new URL('../../../../../shared/reference/wandb-schema.graphql', import.meta.url))

describe.skipIf(!existsSync(file))("W&B's schema of 2023", () => {
  const schema = buildSchema(existsSync(file) ? readFileSync(file, 'utf8') : 'type Query { a: Int }', {
    assumeValidSDL: true,
  })

  test.each(Object.entries(all(false)))('has all of %s', (_, document) => {
    expect(errorsIn(schema, document)).toEqual([])
  })

  test.each(Object.entries(all(true)))('lacks nothing of %s but the younger fields', (_, document) => {
    const known = Object.entries(younger).flatMap(([type, names]) =>
      names.map((name) => `Cannot query field "${name}" on type "${type}".`),
    )
    const unexpected = errorsIn(schema, document).filter((message) => !known.some((one) => message.startsWith(one)))
    expect(unexpected).toEqual([])
  })
})

describe('the schema of the sandbox', () => {
  const schema = buildSchema(sdl())

  test.each(Object.entries(all(true)))('has all of %s', (_, document) => {
    expect(errorsIn(schema, document)).toEqual([])
  })
})
