import { dictType, maybeType, stringType, type Type } from '../types/Type.ts'
import { assertSize } from '../values/budget.ts'
import { dateFromText } from '../values/dates.ts'
import type { Evaluation, LibraryOperation, LibraryParameter } from '../values/LibraryOperation.ts'

const isUsable = (value: unknown): value is number => Number.isFinite(value)

const range = (start: unknown, stop: unknown, step: unknown, evaluation: Evaluation): ReadonlyArray<number> | null => {
  const by = step ?? 1
  if (!isUsable(start) || !isUsable(stop) || !isUsable(by) || by === 0) return null
  const isBefore = (number: number): boolean => (by > 0 ? number < stop : number > stop)
  if (!isBefore(start)) return []
  const count = Math.max(1, Math.ceil((stop - start) / by))
  if (!isUsable(count)) return null
  evaluation.spendBudget(count)
  assertSize(count)
  // Numbers alone take one word each.
  evaluation.claimMemory(count)
  const numbers = new Array<number>(count).fill(start)
  for (let index = 1; index < count; index += 1) numbers[index] = start + index * by
  // By rounding, the last number may reach `stop`.
  while (numbers.length > 0 && !isBefore(numbers.at(-1) as number)) numbers.pop()
  return numbers
}

const number = (name: string, description: string, optional?: true): LibraryParameter => ({
  name,
  type: 'number',
  description,
  ...(optional && { optional }),
})

const date = (name: string): LibraryOperation => ({
  name,
  chain: name,
  kind: 'any',
  parameters: [
    {
      name: 'text',
      type: 'string',
      description:
        'A time such as `2026-11-21T10:00:00`, in UTC by default, or a day such as `2026-11-21`, for its start.',
    },
  ],
  returns: { type: 'maybe<date>', description: 'The date; `null` if the string is not a date.' },
  description: 'Parses a date.',
  visibility: 'public',
  call: (_receiver: null, [text]: readonly [unknown]) => (typeof text === 'string' ? dateFromText(text) : null),
})

const link = dictType({ name: stringType, url: stringType })

const isText = (type: Type | undefined): boolean => type?._tag === 'Scalar' && type.name === 'string'

/** The operations without a receiver. */
export const rootOperations: ReadonlyArray<LibraryOperation> = [
  {
    name: 'range',
    chain: 'range',
    kind: 'any',
    parameters: [
      number('start', 'The first number.'),
      number('stop', 'The end of the range, exclusive.'),
      number('step', 'The difference between consecutive numbers, negative to count down; 1 by default.', true),
    ],
    returns: {
      type: 'maybe<list<number>>',
      description: 'The numbers; `null` for a step of 0 or an argument that is not finite.',
    },
    description: 'Returns the numbers from `start` to `stop`, exclusive, in steps.',
    visibility: 'public',
    call: (_receiver: null, [start, stop, step]: readonly [unknown, unknown, unknown], evaluation: Evaluation) =>
      range(start, stop, step, evaluation),
  },
  date('Date'),
  date('timestamp'),
  {
    name: 'Link',
    chain: 'Link',
    kind: 'any',
    parameters: [
      { name: 'url', type: 'string', description: 'The URL.' },
      {
        name: 'label',
        type: 'string',
        description: 'The text of the link; the URL by default.',
        optional: true,
      },
    ],
    returns: { type: 'maybe<dict>', description: 'The link as `{ name, url }`; `null` if there is no URL.' },
    resultType: (_receiver, [url]) => (isText(url) ? link : maybeType(link)),
    description: 'Creates a link.',
    visibility: 'public',
    call: (_receiver: null, [url, label]: readonly [unknown, unknown]) =>
      typeof url === 'string' ? { name: typeof label === 'string' && label !== '' ? label : url, url } : null,
  },
]

const byName = new Map(rootOperations.map((operation) => [operation.chain, operation]))

/** Finds an operation without a receiver by name. */
export const rootOperation = (name: string): LibraryOperation | undefined => byName.get(name)

/** The names of the operations without a receiver. */
export const rootNames = (): Iterable<string> => byName.keys()
