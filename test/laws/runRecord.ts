import type { RunFields } from 'wandb-run-ops/types'
import { run } from '../sandbox/fixture.ts'

type Line = ReturnType<typeof run>

/** JSON as the SDK writes it, with bare `NaN` and infinities. */
const jsonText = (value: unknown): string => {
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value)
  if (Array.isArray(value)) return `[${value.map(jsonText).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return `{${Object.entries(value)
    .map(([key, item]) => `${JSON.stringify(key)}:${jsonText(item)}`)
    .join(',')}}`
}

const wrapped = (config: object): object =>
  Object.fromEntries(Object.entries(config).map(([key, value]) => [key, { desc: null, value }]))

/** A run as the server stores it. */
export const runRecord = (fields: RunFields): Line =>
  run(fields.id, {
    entity: fields.entity,
    project: fields.project,
    displayName: fields.displayName ?? null,
    group: fields.group ?? null,
    jobType: fields.jobType ?? null,
    state: fields.state as string,
    createdAt: fields.createdAt.toISOString(),
    heartbeatAt: fields.heartbeatAt?.toISOString() ?? null,
    tags: [...fields.tags],
    notes: fields.notes ?? null,
    description: fields.description ?? null,
    sweepName: fields.sweepName ?? null,
    commit: fields.commit ?? null,
    user: fields.user.username === '' ? null : fields.user.username,
    ...(fields.computeSeconds === undefined ? {} : { computeSeconds: fields.computeSeconds }),
    config: jsonText(wrapped(fields.config)),
    summaryMetrics: jsonText(fields.summary),
    systemMetrics: jsonText(fields.systemMetrics),
  })
