import * as E from 'fp-ts/lib/Either.js'
import type { NodeField } from '../../../types/RunHeavy.ts'
import type { Client } from '../../Client.ts'
import { type LoadError, loadError } from '../../LoadError.ts'
import type { RunsQuery } from '../../query.ts'
import { runPages } from '../../run/runPages.ts'

type AnyRun = Readonly<Record<string, unknown>>

/** The page size after the first run had no value. */
const FURTHER = 50

/** Finds the first run with a value. It requests one run, and more only if that has none. */
export const findBest = async (
  client: Client,
  query: RunsQuery<NodeField, unknown, unknown>,
  hasValue: (run: AnyRun) => boolean,
): Promise<E.Either<LoadError, AnyRun | undefined>> => {
  let after: string | undefined
  for (const size of [{ pageSize: 1, limit: 1 }, { pageSize: FURTHER }]) {
    for await (const page of runPages<NodeField, unknown, unknown>({ ...query, ...size, after })(client)) {
      if (E.isLeft(page)) return page
      const { runs, failures, cursor, last } = page.right
      // The relative order of runs and failures is unknown; a failure may precede the first run.
      const found = (runs as unknown as ReadonlyArray<AnyRun>).find(hasValue)
      const [failure] = failures
      if (failure !== undefined) return E.left(loadError({ _tag: 'RunUnreadable', failure }))
      if (found !== undefined) return E.right(found)
      if (last) return E.right(undefined)
      after = cursor
    }
  }
  return E.right(undefined)
}
