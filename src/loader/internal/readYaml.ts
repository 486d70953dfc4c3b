import type { CollectionTag, ScalarTag, Tags } from 'yaml'

type Tag = Exclude<Tags[number], string>

/** Values that JSON has no word for, or that stay texts: dates, bytes, sets. */
const left = /:(timestamp|binary|omap|pairs|set)$/

const TRUE = /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/
const FALSE = /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/
const FLOAT = /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)$/
const EXPONENT = /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)[eE][-+][0-9]+$/
const INTEGER = /^[-+]?(?:0|[1-9][0-9_]*)$/

const isScalar = (tag: Tag): tag is ScalarTag => !('collection' in tag) || tag.collection === undefined

/**
 * Plain words as Python reads them, since it was Python that wrote most sweeps: `y` and `1e-3` are texts, `yes` and
 * `1.0e-3` are none.
 */
const wordOf = (tag: ScalarTag): RegExp | undefined => {
  const { test, format } = tag
  if (test?.test('true')) return TRUE
  if (test?.test('false')) return FALSE
  if (test?.test('1.5')) return FLOAT
  if (format === 'EXP') return EXPONENT
  return test?.test('12') ? INTEGER : undefined
}

const asPython = (tag: Tag): CollectionTag | ScalarTag => {
  const word = isScalar(tag) ? wordOf(tag) : undefined
  return word === undefined ? tag : ({ ...tag, test: word } as ScalarTag)
}

const isTag = (tag: Tags[number]): tag is Tag => typeof tag !== 'string'

/**
 * Loads the YAML library, and gives a reader of YAML 1.1 as the official client reads it. What cannot be read stands as
 * it is.
 */
export const yamlReader = async (): Promise<(text: string) => unknown> => {
  const { parse } = await import('yaml')
  return (text) => {
    try {
      return parse(text, {
        version: '1.1',
        customTags: (tags) =>
          tags
            .filter(isTag)
            .filter((tag) => !left.test(tag.tag))
            .map(asPython),
        uniqueKeys: false,
        logLevel: 'error',
      }) as unknown
    } catch {
      return text
    }
  }
}
