import type { ExpressionResult } from 'wandb-run-ops/expression'
import { h } from './dom.ts'
import { count, counted } from './format.ts'

const SHOWN = 100

/** What could not be read, run by run. */
const failureList = (failures: ExpressionResult['failures']): HTMLElement => {
  const items = failures
    .slice(0, SHOWN)
    .map(({ actual, expected, path, runId }) =>
      h(
        'li',
        {},
        h('code', {}, runId ?? 'a run without an id'),
        ` ${path.join(' › ')}: ${expected} was expected, ${actual} was there.`,
      ),
    )
  const rest = failures.length - items.length
  return h('ul', {}, ...items, rest > 0 ? h('li', {}, `and ${count(rest)} more.`) : undefined)
}

/** What the user has to know about a result before trusting it. */
export const noticesOf = ({ complete, failures }: ExpressionResult): ReadonlyArray<HTMLElement> => {
  const notices: Array<HTMLElement> = []
  if (failures.length > 0) {
    const title = `${counted(failures.length, 'run')} could not be read and ${failures.length === 1 ? 'is' : 'are'} not in the result.`
    notices.push(
      h('details', { class: 'notice', open: failures.length <= 5 }, h('summary', {}, title), failureList(failures)),
    )
  }
  if (!complete && failures.length === 0)
    notices.push(
      h('p', { class: 'notice' }, 'The server did not send all of the runs that it counted. Run the expression again.'),
    )
  return notices
}
