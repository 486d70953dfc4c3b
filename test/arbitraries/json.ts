import fc from 'fast-check'

/** Text of any kind: names that objects inherit, empty, beyond the basic plane, halves of surrogate pairs. */
export const hostileString: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('', '__proto__', 'constructor', 'toString', 'length', 'a.b', 'a/b', 'a:b', '..', '🚀', '\ud800', '0'),
  fc.string({ maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), maxLength: 4 }),
)

/** A number as it may stand in a summary. */
export const anyNumber: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, -0),
  fc.integer({ min: -3, max: 3 }),
  fc.double(),
)

/** What stands at the leaves of a dict. */
export const scalar: fc.Arbitrary<unknown> = fc.oneof(fc.constant(null), fc.boolean(), anyNumber, hostileString)

/** A dict of given values, with hostile keys, its own `__proto__` included. */
export const dictOf = <A>(value: fc.Arbitrary<A>): fc.Arbitrary<Readonly<Record<string, A>>> =>
  fc
    .uniqueArray(fc.tuple(hostileString, value), { selector: ([key]) => key, maxLength: 5 })
    .map((entries) => Object.fromEntries(entries))

/** Any value that JSON, with W&B's non-finite numbers, can hold. */
export const json: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'json' },
    scalar,
    fc.array(tie('value'), { maxLength: 4, depthIdentifier: 'json' }),
    dictOf(tie('value')),
  ),
})).value

/** A dict of any values. */
export const dict: fc.Arbitrary<Readonly<Record<string, unknown>>> = dictOf(json)

const spelled = new Set<unknown>(['NaN', 'Infinity', '-Infinity'])

const spellsNumber = (value: unknown): boolean =>
  spelled.has(value) || (typeof value === 'object' && value !== null && Object.values(value).some(spellsNumber))

/** A dict of measured values: none of them is a string that the codecs take for a number. */
export const measuredDict: fc.Arbitrary<Readonly<Record<string, unknown>>> = dict.filter((d) => !spellsNumber(d))
