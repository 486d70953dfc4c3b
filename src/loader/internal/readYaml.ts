import type { CollectionTag, ScalarTag, Tags } from 'yaml'

type Tag = Exclude<Tags[number], string>

/** Types without a JSON equivalent, or that stay strings: dates, bytes, sets. */
const ignoredTags = /:(timestamp|binary|omap|pairs|set)$/

const TRUE = /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/
const FALSE = /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/
const FLOAT = /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)$/
const EXPONENT = /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)[eE][-+][0-9]+$/
const INTEGER = /^[-+]?(?:0|[1-9][0-9_]*)$/

const isScalar = (tag: Tag): tag is ScalarTag => !('collection' in tag) || tag.collection === undefined

/**
 * Plain scalars as Python reads them, because most sweeps are written in Python: `y` and `1e-3` are strings, `yes` is a
 * boolean and `1.0e-3` a number.
 */
const pythonPattern = (tag: ScalarTag): RegExp | undefined => {
  const { test, format } = tag
  if (test?.test('true')) return TRUE
  if (test?.test('false')) return FALSE
  if (test?.test('1.5')) return FLOAT
  if (format === 'EXP') return EXPONENT
  return test?.test('12') ? INTEGER : undefined
}

const asPython = (tag: Tag): CollectionTag | ScalarTag => {
  const pattern = isScalar(tag) ? pythonPattern(tag) : undefined
  return pattern === undefined ? tag : ({ ...tag, test: pattern } as ScalarTag)
}

const isTag = (tag: Tags[number]): tag is Tag => typeof tag !== 'string'

/**
 * Loads the YAML library and returns a parser of YAML 1.1 that agrees with the official client. Invalid YAML is returned
 * as is.
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
            .filter((tag) => !ignoredTags.test(tag.tag))
            .map(asPython),
        uniqueKeys: false,
        logLevel: 'error',
      }) as unknown
    } catch {
      return text
    }
  }
}
