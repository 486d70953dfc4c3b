import * as E from 'fp-ts/lib/Either.js'
import { readRunExpression } from './checkRunExpression.ts'
import { type Branch, leaf, relationBranches } from './explainRelation.ts'
import type { Plan } from './plan/Plan.ts'
import { plan } from './plan/planExpression.ts'
import type { SyntaxFailure, TypeFailure } from './syntax/Failure.ts'

const lines = ({ line: own, branches }: Branch): ReadonlyArray<string> => [
  own,
  ...branches.flatMap((branch, index) => {
    const isLast = index === branches.length - 1
    const [first = '', ...rest] = lines(branch)
    return [`${isLast ? '└─' : '├─'} ${first}`, ...rest.map((line) => `${isLast ? '  ' : '│ '} ${line}`)]
  }),
]

const keyList = (keys: ReadonlyArray<string> | undefined): string =>
  keys === undefined
    ? ': all keys'
    : keys.length === 0
      ? ': no keys'
      : `: ${keys.map((key) => JSON.stringify(key)).join(', ')}`

const fieldLine =
  ({ keys, historyKeys }: Plan) =>
  (field: string): string => {
    switch (field) {
      case 'config':
        return `config${keyList(keys.config)}`
      case 'summary':
        return `summary${keyList(keys.summary)}`
      case 'history':
        return `history${historyKeys === undefined ? ': all metrics' : keyList(historyKeys)}`
      default:
        return field
    }
  }

const perRun: ReadonlyArray<string> = ['events', 'history']

/** Fields too large for pages of more than 100 runs. */
const largeFields: ReadonlyArray<string> = [
  'events',
  'files',
  'history',
  'loggedArtifactVersions',
  'usedArtifactVersions',
]

const pageRequests = ({ fields, limit }: Plan): string => {
  if (limit !== undefined && limit <= 100) return 'one request'
  return fields.some((field) => largeFields.includes(field))
    ? 'one request per 100 runs'
    : 'one request for the first 100 runs, then one per 1,000'
}

const requestLine = (plan: Plan): string => {
  const { fields } = plan
  const pages = pageRequests(plan)
  const extra = fields.filter((field) => perRun.includes(field))
  return extra.length === 0 ? pages : `${pages}, plus at least one per run for its ${extra.join(' and ')}`
}

const limitLine = ({ limit, order }: Plan): string => {
  const runs = limit === 1 ? 'first run' : `first ${limit} runs`
  return `${runs}${order === undefined ? '' : `, ordered by ${order}`}`
}

/** The lines of a plan as a tree. */
const treeOf = (asked: Plan): Branch => {
  if (!asked.needsRuns) return leaf('no runs needed: nothing is loaded')
  const { project, fields, pushed, remaining, limit } = asked
  const branches: ReadonlyArray<Branch> = [
    {
      line: fields.length === 0 ? 'loads the light fields' : 'loads the light fields and',
      branches: fields.map(fieldLine(asked)).map(leaf),
    },
    ...(pushed.length === 0
      ? []
      : [
          {
            line: 'filters on the server',
            branches: pushed.map(({ filter, isExact, text }) =>
              leaf(`${filter} (${isExact ? 'exact' : `broader: ${text} is checked again`})`),
            ),
          },
        ]),
    ...(remaining.length === 0
      ? []
      : [
          {
            line: 'filters after loading',
            branches: remaining.map(({ text, reason }) => leaf(`${text}: ${reason}`)),
          },
        ]),
    ...(limit === undefined ? [] : [leaf(limitLine(asked))]),
    leaf(requestLine(asked)),
    ...relationBranches(asked),
  ]
  return { line: project === undefined ? 'runs' : `runs of ${project}`, branches }
}

const problem = ({ start, end, message, hint }: SyntaxFailure | TypeFailure): string =>
  `At ${start}-${end}: ${message}${hint === undefined ? '' : ` ${hint}`}`

/**
 * Describes what an expression loads and how it is evaluated: the fields and keys, the conditions that the server applies
 * and whether exactly, the conditions that it cannot apply and why, the number of requests, the parts that columns answer,
 * and what is evaluated otherwise and why.
 *
 * @param text - The text of an expression.
 * @returns The lines of a tree; for an invalid expression, what is wrong and where.
 * @example
 * ```ts
 * import { explain } from 'wandb-run-ops/expression'
 *
 * explain('runs.filter((row) => row.state == "finished").name').split('\n')[4] // => '├─ one request for the first 100 runs, then one per 1,000'
 * ```
 * @category Expression
 * @since 0.1.0
 */
export const explain = (text: string): string => {
  const read = readRunExpression(text)
  return E.isLeft(read) ? problem(read.left) : lines(treeOf(plan(read.right.parsed))).join('\n')
}
