import { setOwn } from '../../types/wire/own.ts'
import { anyType, dictType, listType, maybeType, numberType, type Type, unionType } from '../types/Type.ts'
import { EvaluationError } from '../values/budget.ts'
import type { Cell, Evaluation, LibraryOperation } from '../values/LibraryOperation.ts'
import { elementType, groupForJoin, type KeyGroup, type RowFunction, rowFunction } from './rows.ts'

type Arguments = readonly [
  others: Cell,
  keyOfOne: RowFunction,
  keyOfOther: RowFunction,
  nameOfOne: unknown,
  nameOfOther: unknown,
  leftOuter: unknown,
  rightOuter: unknown,
]

const NAMES = ['0', '1'] as const

const nameOf = (given: unknown, side: 0 | 1): string => (typeof given === 'string' ? given : NAMES[side])

const NONE: KeyGroup = { key: null, rows: [null] }

/** A pair costs as much as processing this many elements. */
const PAIR = 10

const join = (items: ReadonlyArray<Cell>, args: Arguments, evaluation: Evaluation): ReadonlyArray<Cell> => {
  const [others, keyOfOne, keyOfOther, givenOne, givenOther, leftOuter, rightOuter] = args
  const one = nameOf(givenOne, 0)
  const other = nameOf(givenOther, 1)
  if (one === other)
    throw new EvaluationError(
      `Both sides of the join are named ${JSON.stringify(one)}.`,
      'Pass different names as alias1 and alias2.',
    )
  const right = evaluation.itemsOf(others)
  evaluation.spendBudget(right.length)
  const lefts = groupForJoin(items, keyOfOne, evaluation)
  const rights = groupForJoin(right, keyOfOther, evaluation)
  const pairs = ({ key, rows }: KeyGroup, matches: KeyGroup): ReadonlyArray<Cell> => {
    const count = rows.length * matches.rows.length
    evaluation.spendBudget(PAIR * count)
    evaluation.createList(count)
    evaluation.createDict(2, count)
    return rows.flatMap((first) =>
      matches.rows.map((second) => {
        const made = evaluation.makeDict()
        setOwn(made, one, first ?? null)
        setOwn(made, other, second ?? null)
        return evaluation.tag(made, 'joinKey', key)
      }),
    )
  }
  const matched = [...lefts].flatMap(([name, rows]) => {
    const matches = rights.get(name) ?? (leftOuter === true ? NONE : undefined)
    return matches === undefined ? [] : pairs(rows, matches)
  })
  if (rightOuter !== true) return matched
  const rest = [...rights].flatMap(([name, rows]) => (lefts.has(name) ? [] : pairs({ ...NONE, key: rows.key }, rows)))
  return [...matched, ...rest]
}

const sideType = (side: Type, args: ReadonlyArray<Type>, constants: ReadonlyArray<unknown>, outer: number): Type =>
  args[outer] === undefined || constants[outer] === false ? side : maybeType(side)

const joinType = (receiver: Type, args: ReadonlyArray<Type>, constants: ReadonlyArray<unknown>): Type => {
  const one = sideType(elementType(receiver), args, constants, 6)
  const other = sideType(args[0] === undefined ? anyType : elementType(args[0]), args, constants, 5)
  const isKnown = [3, 4].every((index) => args[index] === undefined || typeof constants[index] === 'string')
  if (!isKnown) return listType(dictType({}, unionType([one, other])))
  const entries: Record<string, Type> = {}
  setOwn(entries, nameOf(constants[3], 0), one)
  setOwn(entries, nameOf(constants[4], 1), other)
  return listType(dictType(entries))
}

const outer = (name: string, side: string): LibraryOperation['parameters'][number] => ({
  name,
  type: 'boolean',
  description: `Whether to include rows of the ${side} list without a match, paired with \`null\`; \`false\` by default.`,
  optional: true,
})

const alias = (name: string, side: string, without: string): LibraryOperation['parameters'][number] => ({
  name,
  type: 'string',
  description: `The key of the ${side} list's row in the result; \`"${without}"\` by default.`,
  optional: true,
})

/** The join of two lists. */
export const joinOperations: ReadonlyArray<LibraryOperation> = [
  {
    name: 'join',
    chain: 'join',
    kind: 'list',
    parameters: [
      { name: 'arr2', type: 'list<any>', description: 'The other list; `null` counts as empty.', asCell: true },
      rowFunction('join1Fn', 'Returns the key of an element of the first list.'),
      {
        ...rowFunction('join2Fn', 'Returns the key of an element of the other list.'),
        frame: (_receiver, [others]) => [others === undefined ? anyType : elementType(others), numberType],
      },
      alias('alias1', 'first', NAMES[0]),
      alias('alias2', 'other', NAMES[1]),
      outer('leftOuter', 'first'),
      outer('rightOuter', 'other'),
    ],
    returns: {
      type: 'list<dict>',
      description: 'A dict for each pair, with the two rows; its `joinKey` is the key.',
    },
    resultType: joinType,
    description:
      'Joins two lists by key, compared by type and value.\n\nPairs are in the order in which their keys first appear in the first list, then in the other; each element of the first list is paired with each element of the other that has the same key. `null` is not a key and matches nothing.',
    visibility: 'public',
    call: join,
  },
]
