import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { TypeFailure } from './Failure.ts'
import { withoutProject } from './internal/plan/namedProject.ts'
import { checked } from './internal/plan/typed.ts'
import type { Plan } from './Plan.ts'
import { parse } from './parse.ts'
import { plan } from './planOf.ts'
import type { SyntaxFailure } from './SyntaxFailure.ts'

interface Branch {
  readonly words: string
  readonly branches: ReadonlyArray<Branch>
}

const leaf = (words: string): Branch => ({ words, branches: [] })

const lines = ({ words, branches }: Branch): ReadonlyArray<string> => [
  words,
  ...branches.flatMap((branch, index) => {
    const isLast = index === branches.length - 1
    const [first = '', ...rest] = lines(branch)
    return [`${isLast ? '└─' : '├─'} ${first}`, ...rest.map((line) => `${isLast ? '  ' : '│ '} ${line}`)]
  }),
]

const keyWords = (keys: ReadonlyArray<string> | undefined): string =>
  keys === undefined
    ? ': all keys'
    : keys.length === 0
      ? ': no keys'
      : `: ${keys.map((key) => JSON.stringify(key)).join(', ')}`

const fieldWords =
  ({ keys, historyKeys }: Plan) =>
  (field: string): string => {
    switch (field) {
      case 'config':
        return `config${keyWords(keys.config)}`
      case 'summary':
        return `summary${keyWords(keys.summary)}`
      case 'history':
        return `history${historyKeys === undefined ? ': all metrics' : keyWords(historyKeys)}`
      default:
        return field
    }
  }

const perRun: ReadonlyArray<string> = ['events', 'history']

/** What is much for one request already, so that pages do not grow. */
const perHundred: ReadonlyArray<string> = [
  'events',
  'files',
  'history',
  'loggedArtifactVersions',
  'usedArtifactVersions',
]

const pageWords = ({ fields, limit }: Plan): string => {
  if (limit !== undefined && limit <= 100) return 'one request'
  return fields.some((field) => perHundred.includes(field))
    ? 'one request for each 100 runs'
    : 'one request for the first 100 runs, and one for up to 1,000 of the rest'
}

const requestWords = (plan: Plan): string => {
  const { fields } = plan
  const pages = pageWords(plan)
  const extra = fields.filter((field) => perRun.includes(field))
  return extra.length === 0 ? pages : `${pages}, and for each run one or more for its ${extra.join(' and ')}`
}

const limitWords = ({ limit, order }: Plan): string => {
  const runs = limit === 1 ? 'the first run' : `the first ${limit} runs`
  return `${runs}${order === undefined ? '' : ` in the order ${order}`}`
}

/** A plan for people, as a tree of lines. */
const treeOf = (asked: Plan): Branch => {
  if (!asked.needsRuns) return leaf('no runs: nothing is loaded')
  const { project, fields, pushed, kept, limit } = asked
  const branches: ReadonlyArray<Branch> = [
    {
      words: fields.length === 0 ? 'loads what every run has, and nothing else' : 'loads what every run has, and',
      branches: fields.map(fieldWords(asked)).map(leaf),
    },
    ...(pushed.length === 0
      ? []
      : [
          {
            words: 'the server is asked for the runs of which',
            branches: pushed.map(({ filter, isExact, text }) =>
              leaf(`${filter} (${isExact ? 'exact' : `weaker: ${text} is asked again`})`),
            ),
          },
        ]),
    ...(kept.length === 0
      ? []
      : [
          {
            words: 'stays here, and is asked of the runs that come',
            branches: kept.map(({ text, reason }) => leaf(`${text}: ${reason}`)),
          },
        ]),
    ...(limit === undefined ? [] : [leaf(limitWords(asked))]),
    leaf(requestWords(asked)),
  ]
  return { words: project === undefined ? 'runs' : `runs of ${project}`, branches }
}

const problem = ({ start, end, message, hint }: SyntaxFailure | TypeFailure): string =>
  `At ${start} to ${end}: ${message}${hint === undefined ? '' : ` ${hint}`}`

/**
 * Says in words what an expression loads: which fields and keys, which conditions the server applies and whether exactly,
 * which stay and why, and how many requests it takes.
 *
 * @param text - The text of an expression.
 * @returns Some lines, as a tree; of a text that is no expression, or that asks for what runs have not, what is wrong.
 * @example
 * ```ts
 * import { explain } from 'wandb-run-ops/expression'
 *
 * explain('runs.filter((row) => row.state == "finished").name').split('\n')[4] // => '└─ one request for the first 100 runs, and one for up to 1,000 of the rest'
 * ```
 * @category Expression
 * @since 0.1.0
 */
export const explain = (text: string): string => {
  const parsed = parse(text)
  if (E.isLeft(parsed)) return problem(parsed.left)
  const type = pipe(
    withoutProject(parsed.right),
    E.flatMap(({ expression }) => checked(expression)),
  )
  if (E.isLeft(type)) return problem(type.left)
  return lines(treeOf(plan(parsed.right))).join('\n')
}
