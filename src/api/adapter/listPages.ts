import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { linkedController } from '../../client/abort.ts'
import type { Client } from '../../client/Client.ts'
import type { Listed, ListQuery } from '../../client/graphql/loadList.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { getOwn, isObject } from '../../types/wire/own.ts'
import { type ListPage, type LoopOptions, lazyList, type WandbList } from './lazyList.ts'
import { settle, WandbError } from './WandbError.ts'

/** How many records a loop requests ahead. */
const PAGE = 100

const idOf = (item: unknown): unknown =>
  isObject(item) ? (getOwn(item, 'storageId') ?? getOwn(item, 'id')) : undefined

type Load<Q, Result> = (query: Q) => (client: Client) => TaskEither<LoadError, Result>

/** How a list differs from others. */
export interface ListTraits<Q, Item> {
  /** What it is a list of, in messages. */
  readonly what: string
  /** Whether a part of it can be loaded by itself; by default, it can. */
  readonly isPaged?: (query: Q) => boolean
  /** Returns how many items the query asks for, if not by its `limit`. */
  readonly limitOf?: (query: Q) => number | undefined
  /** Returns what identifies an item, if that is not its id. */
  readonly identity?: (item: Item) => unknown
}

/** Drops the items of earlier pages: a list that changes while it is read can repeat some. */
const withoutSeen = <Item>(items: ReadonlyArray<Item>, seen: Set<unknown>, identity: (item: Item) => unknown) =>
  items.filter((item) => {
    const id = identity(item)
    if (id === undefined) return true
    if (seen.has(id)) return false
    seen.add(id)
    return true
  })

/** Loads a list part by part. The next part is requested while this one is consumed; leaving the loop aborts that. */
async function* listPages<Q extends ListQuery, Item>(
  client: Client,
  load: Load<Q, Listed<Item>>,
  query: Q,
  { isPaged = () => true, identity = idOf }: ListTraits<Q, Item>,
): AsyncGenerator<ListPage<Item>, void, undefined> {
  if (!isPaged(query)) return yield await settle(load(query)(client))
  const { controller, release } = linkedController(query.signal)
  const { limit = Number.POSITIVE_INFINITY, pageSize = PAGE, onProgress } = query
  const seen = new Set<unknown>()
  const cursors = new Set<string | undefined>([undefined, query.after])
  let passed = 0
  let room = limit
  const request = (after: string | undefined): Promise<E.Either<LoadError, Listed<Item>>> => {
    const before = passed
    return load({
      ...query,
      after,
      limit: Math.min(pageSize, room),
      signal: controller.signal,
      onProgress: onProgress && ((progress) => onProgress({ ...progress, loaded: before + progress.loaded })),
    })(client)()
  }
  try {
    let pending = request(query.after)
    for (let page = 0; ; page += 1) {
      const answer = await pending
      if (E.isLeft(answer)) throw new WandbError(answer.left)
      const { items, failures, skipped, totalCount, cursor, complete } = answer.right
      const fresh = withoutSeen(items, seen, identity)
      passed += items.length + failures.length + skipped
      room -= fresh.length
      const isLast = complete || room <= 0 || cursors.has(cursor)
      if (!isLast) pending = request(cursor)
      cursors.add(cursor)
      yield { items: fresh, failures: failures.map((failure) => ({ ...failure, page })), skipped, totalCount, complete }
      if (isLast) return
    }
  } finally {
    controller.abort()
    release()
  }
}

/** Makes a list of a load of the functional core. */
export const loadedList = <Q extends ListQuery & LoopOptions, Item, Result>(
  client: Client,
  load: Load<Omit<Q, 'onFailure'>, Listed<Item> & Result>,
  read: () => Q,
  traits: ListTraits<Q, Item>,
): WandbList<Listed<Item> & Result, Item> => {
  const bare: Load<Q, Listed<Item> & Result> = ({ onFailure, ...query }) => load(query)
  return lazyList({
    what: traits.what,
    read,
    limitOf: traits.limitOf,
    load: (query) => settle(bare(query)(client)),
    pages: (query) => listPages<Q, Item>(client, bare, query, traits),
  })
}
