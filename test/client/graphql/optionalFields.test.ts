import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { loadError, makeClient } from 'wandb-run-ops/loader'
import { optionalFields, withOptionalFields } from '../../../src/client/graphql/optionalFields.ts'
import { failsWith } from '../../loader/servers/either.ts'

const refusal = (message: string) => E.left(loadError({ _tag: 'GraphqlRefused', errors: [{ message }], partial: null }))

const asked = async (answers: ReadonlyArray<ReturnType<typeof refusal> | E.Either<never, string>>, times = 1) => {
  const client = makeClient()
  const known: Array<boolean> = []
  const load = async (isKnown: boolean) => {
    known.push(isKnown)
    return answers[known.length - 1] ?? E.right('done')
  }
  for (let count = 0; count < times; count += 1) await withOptionalFields(client, 'Artifact', load)
  return { known, client, load }
}

describe('withYounger', () => {
  test('asks for what a new server knows', async () => {
    expect((await asked([], 2)).known).toEqual([true, true])
  })

  test.each(optionalFields.Artifact)(
    'does without where the server does not know %s, and remembers it',
    async (name) => {
      const { known } = await asked([refusal(`Cannot query field "${name}" on type "Artifact".`)], 3)
      expect(known).toEqual([true, false, false, false])
    },
  )

  test('remembers it for a type and a client only', async () => {
    const { client, known, load } = await asked([refusal('Cannot query field "tags" on type "Artifact".')])
    await withOptionalFields(client, 'FileConnection', load)
    await withOptionalFields(makeClient(), 'Artifact', load)
    expect(known).toEqual([true, false, true, true])
  })

  test.each([
    'Cannot query field "tags" on type "Run".',
    'Cannot query field "size" on type "Artifact".',
    'internal server error',
  ])('takes %j for what it is', async (message) => {
    expect((await asked([refusal(message)])).known).toEqual([true])
  })

  test('returns the error of the second try', async () => {
    const first = refusal('Cannot query field "tags" on type "Artifact".')
    const { load, client } = {
      load: async (isKnown: boolean) => (isKnown ? first : refusal('no')),
      client: makeClient(),
    }
    expect(failsWith('GraphqlRefused', await withOptionalFields(client, 'Artifact', load)).errors[0]?.message).toBe(
      'no',
    )
  })
})
