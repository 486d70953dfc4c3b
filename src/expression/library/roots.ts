import { momentOf } from '../internal/momentOf.ts'
import { dictType, maybeType, stringType, type Type } from '../Type.ts'
import type { Evaluation, LibraryOperation, LibraryParameter } from './LibraryOperation.ts'

/** An element of a range is made from nothing, and takes room: it counts as so many that are gone through. */
const COST = 10

const isUsable = (value: unknown): value is number => Number.isFinite(value)

const range = (start: unknown, stop: unknown, step: unknown, evaluation: Evaluation): ReadonlyArray<number> | null => {
  const by = step ?? 1
  if (!isUsable(start) || !isUsable(stop) || !isUsable(by) || by === 0) return null
  const isBefore = (number: number): boolean => (by > 0 ? number < stop : number > stop)
  if (!isBefore(start)) return []
  const count = Math.max(1, Math.ceil((stop - start) / by))
  if (!isUsable(count)) return null
  evaluation.spend(count * COST)
  const numbers = Array.from({ length: count }, (_, index) => start + index * by)
  // What is divided and multiplied again is rounded: the last may be the one that is left out.
  return numbers.filter(isBefore)
}

const number = (name: string, description: string, optional?: true): LibraryParameter => ({
  name,
  type: 'number',
  description,
  ...(optional && { optional }),
})

const moment = (name: string): LibraryOperation => ({
  name,
  chain: name,
  kind: 'any',
  parameters: [
    {
      name: 'text',
      type: 'string',
      description:
        'A time such as `2026-11-21T10:00:00`, in UTC where it names no zone, or a day, which is its beginning.',
    },
  ],
  returns: { type: 'maybe<date>', description: 'The moment; `null` where the text names none.' },
  description: 'Gives the moment that a text names.',
  visibility: 'public',
  call: (_receiver: null, [text]: readonly [unknown]) => (typeof text === 'string' ? momentOf(text) : null),
})

const link = dictType({ name: stringType, url: stringType })

const isText = (type: Type | undefined): boolean => type?._tag === 'Scalar' && type.name === 'string'

/** The operations that are asked of nothing. */
export const rootOperations: ReadonlyArray<LibraryOperation> = [
  {
    name: 'range',
    chain: 'range',
    kind: 'any',
    parameters: [
      number('start', 'The first number.'),
      number('stop', 'The number at which it ends, which is left out.'),
      number('step', 'How far one number is from the next, negative to count down; 1 where it is left out.', true),
    ],
    returns: {
      type: 'maybe<list<number>>',
      description: 'The numbers; `null` for a step of 0 and for what is not finite.',
    },
    description: 'Gives the numbers from a first one on, in steps, up to one that is left out.',
    visibility: 'public',
    call: (_receiver: null, [start, stop, step]: readonly [unknown, unknown, unknown], evaluation: Evaluation) =>
      range(start, stop, step, evaluation),
  },
  moment('Date'),
  moment('timestamp'),
  {
    name: 'Link',
    chain: 'Link',
    kind: 'any',
    parameters: [
      { name: 'url', type: 'string', description: 'Where it leads.' },
      {
        name: 'label',
        type: 'string',
        description: 'What is shown; the address where it is left out.',
        optional: true,
      },
    ],
    returns: { type: 'maybe<dict>', description: 'The link as `{ name, url }`; `null` where there is no address.' },
    resultType: (_receiver, [url]) => (isText(url) ? link : maybeType(link)),
    description: 'Gives a link.',
    visibility: 'public',
    call: (_receiver: null, [url, label]: readonly [unknown, unknown]) =>
      typeof url === 'string' ? { name: typeof label === 'string' && label !== '' ? label : url, url } : null,
  },
]

const byName = new Map(rootOperations.map((operation) => [operation.chain, operation]))

/** An operation that is asked of nothing, by the name before its parentheses. */
export const rootOperation = (name: string): LibraryOperation | undefined => byName.get(name)

/** The names of the operations that are asked of nothing. */
export const rootNames = (): Iterable<string> => byName.keys()
