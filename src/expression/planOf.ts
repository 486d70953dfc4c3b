import * as E from 'fp-ts/lib/Either.js'
import { defaultFields } from '../types/RunHeavy.ts'
import type { Expression } from './Expression.ts'
import { chained } from './internal/plan/chained.ts'
import { readsRuns, type Unnamed, withoutProject } from './internal/plan/namedProject.ts'
import { needsOf } from './internal/plan/needsOf.ts'
import { pushedOf } from './internal/plan/pushed.ts'
import { typed } from './internal/plan/typed.ts'
import type { Plan } from './Plan.ts'

const ofRuns = ({ expression, project }: Unnamed): Plan => {
  const chain = chained(expression)
  const types = typed(chain)
  const needs = needsOf(chain, types)
  return {
    project,
    needsRuns: readsRuns(chain),
    fields: [...needs.fields].toSorted(),
    keys: { config: needs.keysOf('config'), summary: needs.keysOf('summary') },
    historyKeys: needs.keysOf('history'),
    ...pushedOf(chain, types),
  }
}

/** What is enough for what cannot be looked into, since it is nested too deeply or has no value anyway. */
const everything = (expression: Expression): Plan => ({
  project: undefined,
  needsRuns: readsRuns(expression),
  fields: defaultFields,
  keys: { config: undefined, summary: undefined },
  historyKeys: undefined,
  filters: {},
  order: undefined,
  limit: undefined,
  pushed: [],
  kept: [],
})

/**
 * Says what an expression needs of the server, without asking it: which fields and keys of each run, and which of its
 * conditions, sorts and limits the server can apply.
 *
 * The expression has the same value over what is loaded by the plan as over all runs. A condition is pushed where the
 * server leaves no fewer runs than it; what of the conditions stays with the expression is in `kept`, with the reason. A
 * limit is pushed behind conditions that the server applies exactly. Keys are known where each use of config and summary
 * names one; of a key with dots, both readings are asked for.
 *
 * @param expression - An expression, as `parse` gives it.
 * @returns The plan, as plain JSON; of an expression that `check` refuses, it has no meaning.
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
    const unnamed = withoutProject(expression)
    return E.isRight(unnamed) ? ofRuns(unnamed.right) : everything(expression)
  } catch {
    return everything({ _tag: 'Name', name: 'runs', start: 0, end: 0 })
  }
}
