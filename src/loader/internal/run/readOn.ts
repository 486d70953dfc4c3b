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
  /** Told of a page when it was added; `false` ends the reading. */
  readonly onPage?: (page: RunsPage<R>) => boolean
}

/** Reads the pages of a list behind what was gathered of it, and adds them; or says why they cannot be had. */
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
