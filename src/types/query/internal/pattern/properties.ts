const categories: ReadonlySet<string> = new Set(
  'Cc Cf Co L Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps S Sc Sk Sm So Z Zl Zp Zs'.split(' '),
)

/** Scripts that are in the Unicode version of every current engine. */
const scripts: ReadonlySet<string> = new Set(
  (
    'Arabic Armenian Bengali Bopomofo Braille Canadian_Aboriginal Cherokee Coptic Cyrillic Devanagari Ethiopic Georgian ' +
    'Greek Gujarati Gurmukhi Han Hangul Hebrew Hiragana Kannada Katakana Khmer Lao Latin Malayalam Mongolian Myanmar ' +
    'Oriya Runic Sinhala Syriac Tamil Telugu Thaana Thai Tibetan Yi'
  ).split(' '),
)

/**
 * The kind of a property name that both languages know. `C` is not included: RE2 excludes unassigned code points from
 * it.
 */
export const propertyKind = (name: string): 'category' | 'script' | undefined => {
  if (categories.has(name)) return 'category'
  return scripts.has(name) ? 'script' : undefined
}
