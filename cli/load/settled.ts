import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { LoadError } from '../../src/loader/index.ts'
import { loadFailed } from '../output/ExitError.ts'

/** Runs a load and returns what it loaded; its error ends the program. */
export const settled = async <A>(load: TaskEither<LoadError, A>): Promise<A> => {
  const loaded = await load()
  if (E.isLeft(loaded)) throw loadFailed(loaded.left)
  return loaded.right
}
