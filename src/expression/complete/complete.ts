import { bind } from '../compile/bind.ts'
import type { BinaryOperator } from '../syntax/Expression.ts'
import { showType } from '../types/showType.ts'
import { booleanType, dateType, numberType, stringType, type Type } from '../types/Type.ts'
import { plainCells } from '../values/cells.ts'
import { operatorType } from '../values/operators.ts'
import { analyze, type Found, receiverType } from './analyze.ts'
import { type Candidate, knownKeys, operationCandidates, rootCandidates, type Suggestion } from './offers.ts'
import { type CompletionContext, type ScanResult, scan } from './scan.ts'

type Types = Readonly<Record<string, Type>>

/** Longer texts are not typed by hand. */
const MAX_LENGTH = 100_000

const isWord = (text: string): boolean => /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(text)

const quoted = (key: string, quote: string): string => {
  const text = JSON.stringify(key)
  return quote === '"' ? text : `'${text.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}

const keyOffers = (type: Type, insert: (key: string) => string): ReadonlyArray<Candidate> =>
  [...knownKeys(type)].map(([key, value]) => ({
    label: key,
    insert: insert(key),
    kind: 'key',
    type: showType(value),
    description: '',
    isHidden: false,
  }))

const nameOffers = (found: Found, types: Types): ReadonlyArray<Candidate> => {
  const reach = found.prepared.reaches.get(found.mark)
  const names =
    reach === undefined ? Object.entries(types) : [...reach].map(([name, { type }]) => [name, type] as const)
  return names.map(([name, type]) => ({
    label: name,
    insert: name,
    kind: 'name',
    type: showType(type),
    description: '',
    isHidden: !isWord(name),
  }))
}

/** Offers the start of a function if the operation expects one. */
const functionOffers = ({ mark, parent, prepared: { types } }: Found): ReadonlyArray<Candidate> => {
  if (parent?._tag !== 'Chain') return []
  const receiver = types.get(parent.receiver)
  const parameters = receiver && bind(receiver, parent.name, parent.nameSpan, plainCells())?.parameters
  const parameter = parameters?.[parent.args.indexOf(mark)]
  if (parameter?.frame === undefined) return []
  const { description } = parameter
  return [{ label: '(row) =>', insert: '(row) => ', kind: 'operator', type: 'function', description, isHidden: false }]
}

const operators: ReadonlyArray<BinaryOperator> = [
  ...(['!=', '%', '&&', '*', '**', '+', '-', '/', '//', '<', '<=', '==', '>', '>=', '||'] as const),
]

const operatorOffers = (type: Type, hasSpace: boolean): ReadonlyArray<Candidate> =>
  operators.flatMap((operator) => {
    const results = [numberType, stringType, booleanType, dateType].flatMap(
      (right) => operatorType(operator, type, right) ?? [],
    )
    const [result] = results
    return result === undefined
      ? []
      : [
          {
            label: operator,
            insert: `${hasSpace ? '' : ' '}${operator} `,
            kind: 'operator' as const,
            type: showType(result),
            description: '',
            isHidden: false,
          },
        ]
  })

/** Filters and sorts the offers by the typed text, the likeliest first. */
const ranked = (
  offers: ReadonlyArray<Candidate>,
  typed: string,
  start: number,
  end: number,
): ReadonlyArray<Suggestion> => {
  const wanted = typed.toLowerCase()
  const rank = ({ label }: Candidate): number => {
    const index = label.toLowerCase().indexOf(wanted)
    return label.startsWith(typed) ? 0 : index === 0 ? 1 : index > 0 ? 2 : 3
  }
  const kinds = ['operator', 'key', 'name', 'operation']
  return offers
    .map((offer) => ({ offer, rank: rank(offer) }))
    .filter(({ offer, rank: found }) => found < 3 && (!offer.isHidden || offer.label === typed))
    .sort(
      ({ offer: one, rank: a }, { offer: other, rank: b }) =>
        a - b ||
        kinds.indexOf(one.kind) - kinds.indexOf(other.kind) ||
        (one.label < other.label ? -1 : one.label > other.label ? 1 : 0),
    )
    .map(({ offer: { isHidden: _, ...offer } }) => ({ ...offer, start, end }))
}

const restOfWord = (text: string, offset: number): number =>
  /^[\p{ID_Continue}$]*/u.exec(text.slice(offset))?.[0].length ?? 0

const restOfKey = (text: string, offset: number, quote: string | undefined): number =>
  quote === undefined
    ? (/^\s*\]/.exec(text.slice(offset))?.[0].length ?? 0)
    : (/^[^"'\\[\]()]*["']?\]/.exec(text.slice(offset))?.[0].length ?? 0)

const atChain = (
  text: string,
  offset: number,
  read: ScanResult,
  spot: CompletionContext & { _tag: 'Chain' },
  types: Types,
) => {
  const found = analyze(text.slice(0, spot.dot), true, read, types)
  const type = found && receiverType(found)
  if (type === undefined) return []
  const typed = text.slice(spot.start, offset)
  const end = offset + restOfWord(text, offset)
  const keys = keyOffers(type, (key) => (isWord(key) ? key : `[${quoted(key, '"')}]`))
  const isPlain = ({ label }: Candidate): boolean => isWord(label)
  const names = new Set(keys.map(({ label }) => label))
  const operations = operationCandidates(type).filter(({ label }) => !names.has(label))
  return [
    ...ranked([...keys.filter(isPlain), ...operations], typed, spot.start, end),
    // A key that is not a name replaces the dot.
    ...ranked(
      keys.filter((key) => !isPlain(key)),
      typed,
      spot.dot,
      end,
    ),
  ]
}

const atKey = (
  text: string,
  offset: number,
  read: ScanResult,
  spot: CompletionContext & { _tag: 'Key' },
  types: Types,
) => {
  const found = analyze(text.slice(0, spot.bracket), true, { ...read, closers: read.closers.slice(1) }, types)
  const type = found && receiverType(found)
  const { quote } = spot
  const typed = text.slice(spot.start + (quote === undefined ? 0 : 1), offset)
  const end = offset + restOfKey(text, offset, quote)
  const keys = type === undefined ? [] : keyOffers(type, (key) => `${quoted(key, quote ?? '"')}]`)
  const isKeyed = type !== undefined && knownKeys(type).size > 0
  const names = quote === undefined && !isKeyed ? atOperand(text, offset, read, spot.start, types) : []
  return [...ranked(keys, typed, spot.start, end), ...names]
}

/** `==` and `!=` compare with `null`. */
const nullOffer: Candidate = {
  label: 'null',
  insert: 'null',
  kind: 'operator',
  type: 'none',
  description: 'A missing value.',
  isHidden: false,
}

const atOperand = (text: string, offset: number, read: ScanResult, start: number, types: Types) => {
  const found = analyze(text.slice(0, start), false, read, types)
  if (found === undefined) return []
  const end = offset + restOfWord(text, offset)
  const offers = [
    ...(/[=!]=\s*$/.test(text.slice(0, start)) ? [nullOffer] : []),
    ...nameOffers(found, types),
    ...functionOffers(found),
    ...rootCandidates(),
  ]
  return ranked(offers, text.slice(start, offset), start, end)
}

const atOperator = (text: string, offset: number, read: ScanResult, start: number, types: Types) => {
  const found = analyze(text.slice(0, start), true, read, types)
  const type = found && receiverType(found)
  if (type === undefined) return []
  return ranked(operatorOffers(type, /\s$/.test(text.slice(0, start))), text.slice(start, offset), start, offset)
}

const suggest = (text: string, offset: number, types: Types): ReadonlyArray<Suggestion> => {
  const read = scan(text.slice(0, offset))
  const { spot } = read
  switch (spot._tag) {
    case 'Nothing':
      return []
    case 'Chain':
      return atChain(text, offset, read, spot, types)
    case 'Key':
      return atKey(text, offset, read, spot, types)
    case 'Operand':
      return atOperand(text, offset, read, spot.start, types)
    case 'Operator':
      return atOperator(text, offset, read, spot.start, types)
  }
}

/**
 * Suggests completions at a position in a text that may be unfinished: names, operations after a dot, keys in brackets, and
 * operators after a value.
 *
 * Suggestions that start with the typed text come first, then those that contain it. Hidden operations are suggested only
 * when typed in full. There are no suggestions in a comment, in a number, in a string that is not a key, or at the keys of a
 * dict literal.
 *
 * @param text - The text of the expression.
 * @param offset - The position, in UTF-16 code units, clamped to the text.
 * @param types - The types of the names; `typeOf` and `refineRuns` return types with keys.
 * @returns The suggestions, each with the span of the text that it replaces.
 * @example
 * ```ts
 * import { complete, refineRuns } from 'wandb-run-ops/expression'
 *
 * const runs = refineRuns([{ summary: { loss: 0.1, 'val/loss': 0.2 } }])
 *
 * complete('runs.summ', 9, { runs }).map(({ label }) => label) // => ['summary', 'summaryAt']
 * complete('runs.summary["', 14, { runs }).map(({ insert }) => insert) // => ['"loss"]', '"val/loss"]']
 * ```
 * @category Expression
 * @since 0.1.0
 */
export const complete = (
  text: string,
  offset: number,
  types: Readonly<Record<string, Type>>,
): ReadonlyArray<Suggestion> => {
  const position = Math.min(Math.max(Math.trunc(offset) || 0, 0), text.length)
  if (text.length > MAX_LENGTH) return []
  try {
    return suggest(text, position, types)
  } catch {
    // Nested too deeply to analyze.
    return []
  }
}
