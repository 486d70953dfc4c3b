import fc from 'fast-check'

const oneOf = (...texts: ReadonlyArray<string>): fc.Arbitrary<string> => fc.constantFrom(...texts)

/** Where engines differ: line ends, spaces, cases of s and k, words, characters beyond the basic plane. */
const characters = [
  ...'aAbkKsSzZ019_-',
  ...['ſ', '\u212a', 'é', 'É', 'ß', 'ẞ', 'σ', 'ς', 'Σ', 'µ', 'μ', 'ı', 'İ', 'д', 'Д', '中', 'ﬁ'],
  ...['\n', '\r', '\u2028', '\u2029', '\v', '\f', '\t', ' ', '\u00a0', '\u0085', '\u180e', '\ufeff', '\u200b', '\0'],
  ...['😀', '𝒳', '\u0301', '.', '^', '$', '[', ']', '{', '}', '\\', '/', '|', '(', '+', '\u{10ffff}', '\uffff', '\x7f'],
]

export const hostileString: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...characters), { maxLength: 7 })
  .map((parts) => parts.join(''))

/** Strings that patterns are more likely to match. */
export const plainString: fc.Arbitrary<string> = fc
  .array(oneOf('a', 'A', 'b', 's', 'S', 'k', 'ſ', '\u212a', '1', '-', ' ', '\n', '\r', 'é', 'É'), { maxLength: 6 })
  .map((parts) => parts.join(''))

const letters = oneOf('a', 'A', 'b', 's', 'S', 'k', 'K', '1', '_', '-', 'é', 'É', 'σ', 'ß', 'д', '中', '😀', 'ſ', ' ')

const quantifiers = oneOf(
  '',
  '',
  '',
  '',
  '*',
  '+',
  '?',
  '*?',
  '+?',
  '??',
  '{2}',
  '{1,2}',
  '{0,1}?',
  '{2,}',
  '{0}',
  '{3}',
)

interface Grammar {
  readonly escapes: fc.Arbitrary<string>
  readonly classMembers: fc.Arbitrary<string>
  readonly places: fc.Arbitrary<string>
  readonly groups: ReadonlyArray<string>
  readonly mayRepeatPlaces: boolean
  readonly rare: fc.Arbitrary<string>
}

const expressions = (grammar: Grammar): fc.Arbitrary<string> => {
  const ranges = oneOf('a-k', 'A-S', 'S-s', '0-9', '\\x00-\\x7f', 'а-я', '+--', 'à-ž', 'α-ω', '一-龥', '😀-😎', ' -~')
  const members = fc.oneof({ weight: 3, arbitrary: grammar.classMembers }, { weight: 2, arbitrary: ranges }, letters)
  const classes = fc
    .tuple(
      oneOf('', '^'),
      fc.array(
        members.filter((member) => member !== '-'),
        { minLength: 1, maxLength: 3 },
      ),
    )
    .map(([negation, parts]) => `[${negation}${parts.join('')}]`)
  const { expression } = fc.letrec<{ expression: string; sequence: string; item: string; group: string }>((tie) => ({
    expression: fc.oneof(
      { weight: 4, arbitrary: tie('sequence') },
      { weight: 1, arbitrary: fc.tuple(tie('sequence'), tie('sequence')).map((parts) => parts.join('|')) },
    ),
    sequence: fc.array(tie('item'), { maxLength: 4 }).map((parts) => parts.join('')),
    item: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      {
        weight: 8,
        arbitrary: fc
          .tuple(fc.oneof(letters, letters, grammar.escapes, classes, oneOf('.')), quantifiers)
          .map((parts) => parts.join('')),
      },
      {
        weight: 2,
        arbitrary: fc
          .tuple(grammar.places, grammar.mayRepeatPlaces ? quantifiers : fc.constant(''))
          .map((parts) => parts.join('')),
      },
      { weight: 2, arbitrary: tie('group') },
      { weight: 1, arbitrary: fc.oneof({ weight: 7, arbitrary: letters }, grammar.rare) },
    ),
    group: fc
      .tuple(fc.constantFrom(...grammar.groups), tie('expression'), quantifiers)
      .map(([open, inner, quantifier]) => `${open}${inner})${quantifier}`),
  }))
  return expression
}

const jsEscapes = oneOf(
  ...['\\d', '\\D', '\\w', '\\W', '\\s', '\\S', '\\n', '\\r', '\\t', '\\v', '\\f', '\\0', '\\/', '\\.', '\\*', '\\{'],
  ...['\\x41', '\\u0073', '\\u017f', '\\u{1F600}', '\\ud83d\\ude00', '\\u2028', '\\cJ'],
  ...['\\p{L}', '\\P{L}', '\\p{Lu}', '\\p{Script=Greek}', '\\p{gc=Nd}', '\\p{Any}', '[^]', '[]'],
)

export const jsSource: fc.Arbitrary<string> = expressions({
  escapes: jsEscapes,
  classMembers: oneOf(
    '\\d',
    '\\D',
    '\\w',
    '\\W',
    '\\s',
    '\\S',
    '\\n',
    '\\-',
    '\\]',
    '\\b',
    '\\u{1F600}',
    '\\x53',
    '.',
    '$',
    '\\p{Ll}',
  ),
  places: oneOf('^', '$', '\\b', '\\B'),
  groups: ['(', '(?:', '(?:', '(?:'],
  mayRepeatPlaces: false,
  rare: oneOf(
    '\\-',
    '(?<n>a)',
    '(?=a)',
    '(?<!b)',
    '(a)\\1',
    '\\u{d800}',
    'a{1001}',
    '{',
    ']',
    '[\\w-.]',
    '(?<=\\n|^)',
    '(?=\\n|$)',
    '\\p{C}',
  ),
})

export const jsFlags: fc.Arbitrary<string> = oneOf('', '', 'i', 'i', 'm', 's', 'im', 'is', 'ms', 'ims', 'gu')

const re2Escapes = oneOf(
  ...[
    '\\d',
    '\\D',
    '\\w',
    '\\W',
    '\\s',
    '\\S',
    '\\n',
    '\\r',
    '\\t',
    '\\v',
    '\\f',
    '\\a',
    '\\-',
    '\\.',
    '\\/',
    '\\ ',
    '\\_',
  ],
  ...['\\x41', '\\x{73}', '\\x{17f}', '\\x{1F600}', '\\101', '\\012', '\\0', '\\Qa.b\\E', '\\Q[\\E', '\\Qs'],
  ...['\\pL', '\\PL', '\\p{Lu}', '\\p{Greek}', '\\p{^Greek}', '\\P{^Nd}', '\\p{Any}', '[[:alpha:]]', '[^[:^space:]s]'],
)

export const re2Body: fc.Arbitrary<string> = expressions({
  escapes: re2Escapes,
  classMembers: oneOf(
    ...[
      '\\d',
      '\\D',
      '\\w',
      '\\W',
      '\\s',
      '\\S',
      '\\n',
      '\\-',
      '\\]',
      '\\x{1F600}',
      '\\x53',
      '.',
      '$',
      '\\pL',
      '[',
      '\\a',
    ],
    ...[
      '[:alpha:]',
      '[:^upper:]',
      '[:word:]',
      '[:^word:]',
      '[:punct:]',
      '[:print:]',
      '[:xdigit:]',
      '[:^ascii:]',
      '[:space:]',
    ],
  ),
  places: oneOf('^', '$', '\\b', '\\B', '\\A', '\\z'),
  groups: ['(', '(?:', '(?i:', '(?-i:', '(?s:', '(?m:', '(?ms-i:', '(?P<n>', '(?U:'],
  mayRepeatPlaces: true,
  rare: oneOf(
    '(?i)',
    '(?s)',
    '(?m)',
    '(?-i)',
    '\\C',
    '{',
    '}',
    ']',
    '{,2}',
    '{01}',
    'a**',
    '[]a]',
    '[^]a]',
    '[a-]',
    '\\E',
    '\\Z',
    '(?=a)',
  ),
})

export const re2Text: fc.Arbitrary<string> = fc
  .tuple(oneOf('', '', '', '(?i)', '(?i)', '(?s)', '(?m)', '(?im)', '(?is)', '(?ims)', '(?i-s)'), re2Body)
  .map((parts) => parts.join(''))
