import type { ExpressionResult } from 'wandb-run-ops/expression'
import { h } from './dom.ts'
import { count, pluralize } from './format.ts'

const MAX_FAILURES = 100

/** Lists the runs that could not be read. */
const failureList = (failures: ExpressionResult['failures']): HTMLElement => {
  const items = failures
    .slice(0, MAX_FAILURES)
    .map(({ actual, expected, path, runId }) =>
      h(
        'li',
        {},
        h('code', {}, runId ?? 'a run without an id'),
        ` ${path.join(' › ')}: expected ${expected}, got ${actual}.`,
      ),
    )
  const rest = failures.length - items.length
  return h('ul', {}, ...items, rest > 0 ? h('li', {}, `and ${count(rest)} more.`) : undefined)
}

/** Returns warnings about an incomplete result. */
export const noticesOf = ({ complete, failures }: ExpressionResult): ReadonlyArray<HTMLElement> => {
  const notices: Array<HTMLElement> = []
  if (failures.length > 0) {
    const title = `${pluralize(failures.length, 'run')} could not be read and ${failures.length === 1 ? 'is' : 'are'} not in the result.`
    notices.push(
      h('details', { class: 'notice', open: failures.length <= 5 }, h('summary', {}, title), failureList(failures)),
    )
  }
  if (!complete && failures.length === 0)
    notices.push(
      h('p', { class: 'notice' }, 'The server returned fewer runs than it counted. Run the expression again.'),
    )
  return notices
}
