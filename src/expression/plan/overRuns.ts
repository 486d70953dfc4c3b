import * as E from 'fp-ts/lib/Either.js'
import { check, prepare } from '../compile/check.ts'
import { rootOperation } from '../library/roots.ts'
import type { Call, Expression, Span } from '../syntax/Expression.ts'
import type { TypeFailure } from '../syntax/Failure.ts'
import { mapChildren, someNode, usesName } from '../syntax/nodes.ts'
import { listType, recordType, type Type } from '../types/Type.ts'
import { type Cells, plainCells } from '../values/cells.ts'

/** The name of the host's runs. */
export const HOST_RUNS = 'runs'

/** The name for the runs of a project named in the expression; it cannot be written in one. */
export const PROJECT_RUNS = 'project.runs'

/** An expression with the project it names taken out. */
export interface ResolvedProject {
  readonly expression: Expression
  /** `entity/project`. */
  readonly project: string | undefined
}

const failure = ({ start, end }: Span, message: string, hint: string): TypeFailure => ({
  _tag: 'TypeError',
  start,
  end,
  message,
  hint,
})

const FORM = 'Write project("entity", "project").runs.'

const isProjectCall = (expression: Expression): expression is Call =>
  expression._tag === 'Call' && expression.name === 'project' && expression.args.every(({ _tag }) => _tag === 'Literal')

const pathOf = ({ args }: Call): string | undefined => {
  const [entity, project] = args.map((arg) => (arg._tag === 'Literal' ? arg.value : undefined))
  const isPath = args.length === 2 && [entity, project].every((part) => typeof part === 'string' && part !== '')
  return isPath ? `${entity}/${project}` : undefined
}

/** Replaces `project("entity", "project").runs` by a name, or returns what is wrong with it. */
export const extractProject = (expression: Expression): E.Either<TypeFailure, ResolvedProject> => {
  const failures: Array<TypeFailure> = []
  let project: string | undefined
  const replaced = (part: Expression): Expression => {
    if (part._tag === 'Chain' && part.name === 'runs' && part.args.length === 0 && isProjectCall(part.receiver)) {
      const path = pathOf(part.receiver)
      if (path === undefined)
        failures.push(failure(part.receiver, 'project expects the names of an entity and a project.', FORM))
      else if (project !== undefined && path !== project)
        failures.push(
          failure(part.receiver, 'An expression can read the runs of one project only.', `Use ${project} everywhere.`),
        )
      else project = path
      return { _tag: 'Name', name: PROJECT_RUNS, start: part.start, end: part.end }
    }
    return mapChildren(part, replaced)
  }
  const without = replaced(expression)
  someNode(without, (part) => {
    if (isProjectCall(part) && part.args.length === 2)
      failures.push(failure(part, 'Only the runs of a project can be read.', FORM))
    return false
  })
  if (project !== undefined && usesName(without, HOST_RUNS))
    failures.push(
      failure(
        expression,
        'An expression can read the runs of one project only.',
        'Use either runs or project(…).runs, not both.',
      ),
    )
  const [first] = failures
  return first === undefined ? E.right({ expression: without, project }) : E.left(first)
}

/** Whether an expression reads runs, from the host or from a project. */
export const readsRuns = (expression: Expression): boolean =>
  usesName(expression, HOST_RUNS) || usesName(expression, PROJECT_RUNS)

/** The types of an expression's nodes. */
export interface TypedExpression {
  readonly cells: Cells
  readonly type: Type
  readonly types: ReadonlyMap<Expression, Type>
  readonly failures: ReadonlyArray<TypeFailure>
}

const runs = listType(recordType('run'))

/** The types of the names of runs. */
export const runTypes: Readonly<Record<string, Type>> = { [HOST_RUNS]: runs, [PROJECT_RUNS]: runs }

/** Infers the types of an expression over runs, without their keys. */
export const typeExpression = (expression: Expression): TypedExpression => {
  const cells = plainCells()
  const { compiled, failures, types } = prepare(expression, Object.keys(runTypes), Object.values(runTypes), cells)
  return { cells, type: compiled.type, types, failures }
}

/** Returns the type of an expression over runs, or its first failure. */
export const checkOverRuns = (expression: Expression): E.Either<TypeFailure, Type> =>
  E.mapLeft(([first]: ReadonlyArray<TypeFailure>) => first as TypeFailure)(check(expression, runTypes))

/** Rewrites `count(runs)` to the equivalent `runs.count`. */
export const normalize = (expression: Expression): Expression => {
  const inner = mapChildren(expression, normalize)
  if (inner._tag !== 'Call' || rootOperation(inner.name) !== undefined) return inner
  const [receiver, ...args] = inner.args
  if (receiver === undefined) return inner
  const { name, nameSpan, start, end } = inner
  return { _tag: 'Chain', receiver, name, nameSpan, args, start, end }
}
