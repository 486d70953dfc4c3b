import * as E from 'fp-ts/lib/Either.js'
import { defaultFields } from '../../types/run/RunHeavy.ts'
import type { Expression } from '../syntax/Expression.ts'
import { collectNeeds } from './collectNeeds.ts'
import { extractProject, normalize, type ResolvedProject, readsRuns, typeExpression } from './overRuns.ts'
import type { Plan } from './Plan.ts'
import { plannedRelations } from './plannedRelations.ts'
import { pushdown } from './pushdown.ts'

const ofRuns = ({ expression, project }: ResolvedProject): Plan => {
  const chain = normalize(expression)
  const types = typeExpression(chain)
  const needs = collectNeeds(chain, types)
  return {
    project,
    needsRuns: readsRuns(chain),
    fields: [...needs.fields].toSorted(),
    keys: { config: needs.keysOf('config'), summary: needs.keysOf('summary') },
    historyKeys: needs.keysOf('history'),
    ...pushdown(chain, types),
    ...plannedRelations(chain),
  }
}

/** The plan that loads everything, for expressions that are invalid or nested too deeply to analyze. */
const loadEverything = (expression: Expression): Plan => ({
  project: undefined,
  needsRuns: readsRuns(expression),
  fields: defaultFields,
  keys: { config: undefined, summary: undefined },
  historyKeys: undefined,
  filters: {},
  order: undefined,
  limit: undefined,
  pushed: [],
  remaining: [],
  relations: [],
  evaluated: [],
})

/**
 * Plans what an expression loads, without a request: the fields and keys of each run, and the conditions, sorts and limits
 * that the server can apply.
 *
 * The expression has the same value over the runs that the plan loads as over all runs. A condition is pushed down if the
 * server's filter matches at least the same runs; the others are in `remaining`, with the reason. A limit is pushed down if the
 * server applies all conditions before it exactly. Keys are known if each use of config and summary names one; for a key
 * with dots, both readings are loaded.
 *
 * @param expression - An expression, as returned by `parse`.
 * @returns The plan, as plain JSON; it has no meaning for an expression that `check` rejects.
 * @example
 * ```ts
 * import { pipe } from 'fp-ts/lib/function.js'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { parse, plan } from 'wandb-run-ops/expression'
 *
 * const text = 'runs.filter((row) => row.state == "finished").config["lr"].max'
 * const needed = pipe(parse(text), E.map(plan), E.toUnion)
 *
 * 'keys' in needed && needed.keys.config // => ['lr']
 * 'filters' in needed && needed.filters // => { state: 'finished' }
 * ```
 * @category Expression
 * @since 0.1.0
 */
export const plan = (expression: Expression): Plan => {
  try {
    const unnamed = extractProject(expression)
    return E.isRight(unnamed) ? ofRuns(unnamed.right) : loadEverything(expression)
  } catch {
    return loadEverything({ _tag: 'Name', name: 'runs', start: 0, end: 0 })
  }
}
