import { stringOperation, textOf, withText } from './internal/stringOperation.ts'
import type { LibraryOperation, LibraryParameter } from './LibraryOperation.ts'

const separator: LibraryParameter = {
  name: 'sep',
  type: 'string',
  description: 'What stands between the parts, letter by letter: it is no regular expression.',
}

const sub: LibraryParameter = {
  name: 'sub',
  type: 'string',
  description: 'The text that is looked for, letter by letter: it is no regular expression.',
}

const place = (name: string, description: string): LibraryParameter => ({
  name,
  type: 'maybe<number>',
  description,
  optional: true,
})

const isPlace = (arg: unknown): arg is number | null | undefined =>
  arg === null || arg === undefined || (typeof arg === 'number' && !Number.isNaN(arg))

/** Whether each character is one code unit, so that places need not be counted. */
const isPlain = (text: string): boolean => !/[\ud800-\udfff]/.test(text)

const slice = (text: string, begin: number | undefined, end: number | undefined): string =>
  isPlain(text) ? text.slice(begin, end) : [...text].slice(begin, end).join('')

/** The parts of a text, and what is put between parts. */
export const stringParts: ReadonlyArray<LibraryOperation> = [
  withText(
    {
      chain: 'split',
      parameters: [separator],
      returns: { type: 'maybe<list<string>>', description: 'The parts; `null` where `sep` is no text.' },
      description:
        'Gives the parts of the text between separators. With an empty one, as which `null` counts, it gives the characters.',
    },
    (text, sep, evaluation) => {
      const parts = sep === '' ? [...text] : text.split(sep)
      evaluation.spend(parts.length)
      return parts
    },
  ),
  withText(
    {
      chain: 'partition',
      parameters: [separator],
      returns: { type: 'maybe<list<string>>', description: 'Three texts; `null` where `sep` is no text.' },
      description:
        'Gives what stands before the first separator, the separator, and what stands behind. Where there is none, or it is empty, it gives the text and two empty ones.',
    },
    (text, sep) => {
      const at = sep === '' ? -1 : text.indexOf(sep)
      return at < 0 ? [text, '', ''] : [text.slice(0, at), sep, text.slice(at + sep.length)]
    },
  ),
  stringOperation(
    {
      chain: 'slice',
      parameters: [
        place('begin', 'The place of the first character, counted from 0, or from the end where it is negative.'),
        place(
          'end',
          'The place behind the last character, counted likewise; the end of the text where it is left out.',
        ),
      ],
      returns: { type: 'maybe<string>', description: 'The characters; `null` where a place is no number.' },
      description: 'Gives the characters from one place up to, and without, another. A 🚀 is one character.',
    },
    (text, [begin, end]) => (isPlace(begin) && isPlace(end) ? slice(text, begin ?? undefined, end ?? undefined) : null),
  ),
  stringOperation(
    {
      chain: 'replace',
      parameters: [
        sub,
        {
          name: 'newSub',
          type: 'string',
          description: 'What stands in its place, letter by letter: `$1` is no group.',
        },
      ],
      returns: { type: 'maybe<string>', description: 'The new text; `null` where an argument is no text.' },
      description: 'Puts a text in the place of all that are the same. An empty text is found nowhere.',
    },
    (text, [found, put], evaluation) => {
      const from = textOf(found)
      const to = textOf(put)
      if (from === undefined || to === undefined) return null
      if (from === '') return text
      const parts = text.split(from)
      evaluation.spend(parts.length * (1 + Math.floor(to.length / 100)))
      return parts.join(to)
    },
  ),
  withText(
    {
      chain: 'findAll',
      parameters: [sub],
      returns: { type: 'maybe<list<string>>', description: 'The finds; `null` where `sub` is no text.' },
      description: 'Gives each find of a text, one behind the other. An empty text is found nowhere.',
    },
    (text, needle, evaluation) => {
      const count = needle === '' ? 0 : text.split(needle).length - 1
      evaluation.spend(count)
      return Array.from({ length: count }, () => needle)
    },
  ),
]
