import * as E from 'fp-ts/lib/Either.js'
import type { HeavyField } from '../../../types/RunHeavy.ts'
import type { RunWith } from '../../../types/RunWith.ts'
import type { Client } from '../../Client.ts'
import type { LoadError } from '../../LoadError.ts'
import type { RunsPage } from '../../run/RunsPage.ts'
import { addPart, type Gathered } from './gather.ts'
import { type ListOptions, listPages } from './listPages.ts'
import type { RunsList } from './RunsList.ts'

export interface ReadOptions<R> extends ListOptions {
  /** Called after a page was added; stops reading if it returns `false`. */
  readonly onPage?: (page: RunsPage<R>) => boolean
}

/** Appends the remaining pages of a list to the runs that were read so far; returns the error, if any. */
export const readOn = async <F extends HeavyField, C, S>(
  client: Client,
  list: RunsList,
  gathered: Gathered<RunWith<F, C, S>>,
  { onPage = () => true, ...options }: ReadOptions<RunWith<F, C, S>>,
): Promise<LoadError | undefined> => {
  const pagesBefore = gathered.pages
  for await (const page of listPages<F, C, S>(client, list, options)) {
    if (E.isLeft(page)) return page.left
    addPart(gathered, page.right, pagesBefore)
    gathered.cursor = page.right.cursor
    if (pagesBefore === 0) gathered.totalCount = page.right.totalCount
    if (!onPage(page.right)) return undefined
  }
  return undefined
}
