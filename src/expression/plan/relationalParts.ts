import type { Aggregate } from '../../query/Aggregate.ts'
import type { Relation } from '../../query/Relation.ts'
import { setOwn } from '../../types/wire/own.ts'
import { costOf } from '../compile/cost.ts'
import { tagsRead } from '../compile/tags.ts'
import type { Chain, Expression, Lambda } from '../syntax/Expression.ts'
import { childNodes, usesName } from '../syntax/nodes.ts'
import { print } from '../syntax/print.ts'
import { allConditions } from './exactCondition.ts'
import { type GroupKey, groupKeyOf, withColumns } from './groupBody.ts'
import { memoryAggregateOf } from './memoryAggregate.ts'
import { type IsRuns, isNameOf, type MemoryColumn, memoryColumnOf } from './memoryColumn.ts'
import type { PartAnswer, RelationalPart } from './RelationalPart.ts'
import { type Obstacle, onlyParameter, runSelectionOf, type Selection } from './selection.ts'

/** The relational parts of an expression, and what is in the way of others. */
export interface RelationalParts {
  readonly parts: ReadonlyArray<RelationalPart>
  readonly obstacles: ReadonlyArray<Obstacle>
}

/** How many elements reading a value, computing an aggregate and grouping cost for each run. */
const READ = 2
const AGGREGATED = 5
const GROUPED = 12

interface Grouped {
  readonly selection: Selection
  readonly key: GroupKey
}

type IsName = (name: string) => boolean

const isGroupby = (part: Expression): part is Chain & { args: readonly [Lambda] } =>
  part._tag === 'Chain' && part.name === 'groupby' && part.args.length === 1 && part.args[0]?._tag === 'Lambda'

/** Makes the parts of an expression. */
class Finder {
  readonly parts: Array<RelationalPart> = []
  readonly obstacles: Array<Obstacle> = []
  readonly #isRuns: IsName
  /** Whether parts may be values, and not only runs. */
  readonly #hasValues: boolean

  constructor(isRuns: IsName, hasValues: boolean) {
    this.#isRuns = isRuns
    this.#hasValues = hasValues
  }

  #select(part: Expression): Selection | undefined {
    const found = runSelectionOf(part, this.#isRuns)
    return found === undefined || 'reason' in found ? undefined : found
  }

  /** A limit of a relation cuts its answer, not the runs that it aggregates. */
  #selectAll(part: Expression): Selection | undefined {
    const selection = this.#select(part)
    return selection?.limit === undefined ? selection : undefined
  }

  #group(part: Expression): Grouped | undefined {
    if (!isGroupby(part)) return undefined
    const selection = this.#selectAll(part.receiver)
    const key = selection && groupKeyOf(part.args[0])
    return key && { selection, key }
  }

  #add(
    node: Expression,
    selection: Selection,
    asked: Pick<Relation, 'aggregates' | 'columns' | 'groupBy'>,
    answer: PartAnswer,
    columns: ReadonlyArray<MemoryColumn>,
    cost: number,
    unread: ReadonlyArray<MemoryColumn> = [],
  ): true {
    const { conditions, order, limit, source } = selection
    const relation: Relation = {
      ...(conditions.length > 0 && { filter: allConditions(conditions) }),
      ...(order.length > 0 && { order }),
      ...asked,
      ...(limit !== undefined && { limit }),
    }
    this.parts.push({
      node,
      source: source.name,
      relation,
      columns: [...selection.columns, ...columns],
      everywhere: [...selection.everywhere, ...unread],
      answer,
      cost: selection.cost + cost,
    })
    return true
  }

  /** Adds a part for an aggregate over all selected runs. */
  #addAggregate(node: Chain): boolean {
    let selection: Selection | undefined
    const found = memoryAggregateOf(node, (part) => {
      selection = this.#selectAll(part)
      return selection !== undefined
    })
    if (found === undefined || selection === undefined) return false
    const name = print(node)
    // The order of the runs matters to none of the aggregates but to the smallest and largest, of which it is the first.
    return this.#add(
      node,
      selection,
      { aggregates: { [name]: found.aggregate } },
      { _tag: 'One', name },
      found.columns,
      AGGREGATED,
      found.unread,
    )
  }

  /** Adds a part for the groups, their keys or their number. */
  #addKeys(node: Chain): boolean {
    const { name, receiver } = node
    const answer = (key: GroupKey, other: 'Keys' | 'Unique'): PartAnswer => ({
      _tag: name === 'count' ? 'Count' : other,
      key,
    })
    const grouped = name === 'count' || name === 'groupkey' ? this.#group(receiver) : undefined
    if (grouped !== undefined) {
      const { selection, key } = grouped
      return this.#add(node, selection, { groupBy: key.groupBy }, answer(key, 'Keys'), key.columns, GROUPED + key.cost)
    }
    const unique = name === 'count' ? receiver : node
    if (unique._tag !== 'Chain' || unique.name !== 'unique' || unique.args.length > 0) return false
    const found = this.#values(unique.receiver)
    if (found === undefined || found.selection.limit !== undefined) return false
    const { selection, read } = found
    const label = print(unique.receiver)
    const key: GroupKey = { groupBy: { [label]: read.column }, shape: label, columns: [read], cost: READ }
    return this.#add(node, selection, { groupBy: key.groupBy }, answer(key, 'Unique'), [read], GROUPED + READ)
  }

  /** The values of a column of selected runs. */
  #values(node: Expression): { readonly selection: Selection; readonly read: MemoryColumn } | undefined {
    if (node._tag === 'Chain' && node.name === 'map') {
      const [lambda] = node.args
      const row = lambda?._tag === 'Lambda' ? onlyParameter(lambda) : undefined
      const mapped =
        lambda?._tag === 'Lambda' && row !== undefined ? memoryColumnOf(lambda.body, isNameOf(row)) : undefined
      const runs = mapped && this.#select(node.receiver)
      return runs && { selection: runs, read: mapped }
    }
    let selection: Selection | undefined
    const read = memoryColumnOf(node, (part) => {
      selection = this.#select(part)
      return selection !== undefined
    })
    return read && selection && { selection, read }
  }

  #addValues(node: Chain | (Expression & { _tag: 'Subscript' })): boolean {
    const found = this.#values(node)
    // Without conditions, order and limit, a list is as fast to make of the runs.
    if (found === undefined || found.selection.columns.length === 0) return false
    const name = print(node)
    return this.#add(
      node,
      found.selection,
      { columns: { [name]: found.read.column } },
      { _tag: 'Values', name },
      [found.read],
      READ,
    )
  }

  /** Adds a part for an expression over the aggregates of each group. */
  #addGroups(node: Chain): boolean {
    const lambda = node.name === 'map' && node.args.length === 1 ? node.args[0] : undefined
    if (lambda?._tag === 'Lambda') {
      const grouped = this.#group(node.receiver)
      const [row, index] = lambda.parameters
      if (grouped === undefined || row === undefined) return false
      return this.#addBody(node, grouped, lambda.body, isNameOf(row), row, index)
    }
    let grouped: Grouped | undefined
    const isGroups: IsRuns = (part) => {
      grouped = this.#group(part)
      return grouped !== undefined
    }
    // Of a list of lists, `count` is the number of lists.
    const found = node.name === 'count' ? undefined : memoryAggregateOf(node, isGroups)
    if (found === undefined || grouped === undefined) return false
    return this.#addBody(node, grouped, node, isGroups, undefined, undefined)
  }

  #addBody(
    node: Chain,
    { selection, key }: Grouped,
    given: Expression,
    isRow: IsRuns,
    row: string | undefined,
    index: string | undefined,
  ): boolean {
    const columns: Array<MemoryColumn> = [...key.columns]
    const unread: Array<MemoryColumn> = []
    const named: Record<string, Aggregate> = {}
    const { body, names } = withColumns(given, row, (part) => {
      const isKey = part._tag === 'Chain' && part.name === 'groupkey' && part.args.length === 0 && isRow(part.receiver)
      const found = isKey ? undefined : memoryAggregateOf(part, isRow)
      if (found !== undefined) {
        setOwn(named, print(part), found.aggregate)
        columns.push(...found.columns)
        unread.push(...found.unread)
      }
      return isKey || found !== undefined
    })
    if (row !== undefined && usesName(body, row)) {
      this.#note({ step: given, reason: 'reads more of a group than its key and aggregates of columns' })
      return false
    }
    const answer: PartAnswer = { _tag: 'Each', key, given, body, names, index, cost: 1 + costOf(given) }
    const asked = { groupBy: key.groupBy, ...(Object.keys(named).length > 0 && { aggregates: named }) }
    const cost = GROUPED + key.cost + AGGREGATED * Object.keys(named).length
    return this.#add(node, selection, asked, answer, columns, cost, unread)
  }

  /** Adds a part for the selected runs themselves. */
  #addRuns(node: Chain): boolean {
    const found = runSelectionOf(node, this.#isRuns)
    if (found === undefined) return false
    if ('reason' in found) this.#note(found)
    // A limit alone is as fast without columns.
    else if (found.columns.length > 0) return this.#add(node, found, {}, { _tag: 'Runs' }, [], 0)
    return false
  }

  #note(obstacle: Obstacle): void {
    if (!this.obstacles.some(({ step }) => step === obstacle.step)) this.obstacles.push(obstacle)
  }

  visit(part: Expression): void {
    // In a function, a part would be answered again for each call.
    if (part._tag === 'Lambda') return
    if (part._tag === 'Subscript' && this.#hasValues && this.#addValues(part)) return
    if (part._tag === 'Chain') {
      const isFound =
        this.#hasValues &&
        (this.#addAggregate(part) || this.#addKeys(part) || this.#addGroups(part) || this.#addValues(part))
      if (isFound || this.#addRuns(part)) return
    }
    for (const child of childNodes(part)) this.visit(child)
  }
}

/** The tags that only runs have. */
const ofRuns: ReadonlySet<string> = new Set(['project', 'run'])

/**
 * Finds the largest parts of an expression that columns of runs answer exactly: filters, sorts, limits, groups and
 * aggregates.
 *
 * @param expression - An expression, in which operations are after a dot.
 * @param isRuns - Whether a name is a list of runs.
 */
export const relationalParts = (expression: Expression, isRuns: (name: string) => boolean): RelationalParts => {
  // The values of columns do not know their runs.
  const hasValues = !tagsRead(expression).some((name) => ofRuns.has(name))
  const finder = new Finder(isRuns, hasValues)
  finder.visit(expression)
  return { parts: finder.parts, obstacles: finder.obstacles }
}
