import type { RunFields } from 'wandb-run-ops/types'
import { runFieldRows } from '../../src/types/run/fields.ts'
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

/** The fields that are strings or nothing: the server stores them under the same names. */
const texts = (fields: RunFields): Partial<Line> =>
  Object.fromEntries(
    Object.entries(runFieldRows).flatMap(([name, { kind, required }]) =>
      kind === 'text' && !required ? [[name, fields[name as keyof RunFields] ?? null]] : [],
    ),
  )

/** A run as the server stores it. */
export const runRecord = (fields: RunFields): Line =>
  run(fields.id, {
    entity: fields.entity,
    project: fields.project,
    ...texts(fields),
    state: fields.state as string,
    createdAt: fields.createdAt.toISOString(),
    heartbeatAt: fields.heartbeatAt?.toISOString() ?? null,
    tags: [...fields.tags],
    user: fields.user.username === '' ? null : fields.user.username,
    ...(fields.computeSeconds === undefined ? {} : { computeSeconds: fields.computeSeconds }),
    config: jsonText(wrapped(fields.config)),
    summaryMetrics: jsonText(fields.summary),
    systemMetrics: jsonText(fields.systemMetrics),
  })
