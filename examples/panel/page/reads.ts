import type { ExpressionResult } from 'wandb-run-ops/expression'
import { h } from './dom.ts'
import { count } from './format.ts'

const fact = (name: string, value: string, isBad = false): HTMLElement =>
  h('div', { class: isBad ? 'is-bad' : undefined }, h('dt', {}, name), h('dd', {}, value))

/** Shows statistics of a load. */
export const readsView = (
  { complete, failures, requests, runs }: ExpressionResult,
  milliseconds: number,
): HTMLElement =>
  h(
    'dl',
    { class: 'facts' },
    fact('Runs read', count(runs)),
    fact('Requests', count(requests)),
    fact('Unreadable runs', count(failures.length), failures.length > 0),
    fact('Complete', complete ? 'yes' : 'no', !complete),
    fact('Time', milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`),
  )
