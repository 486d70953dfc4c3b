import * as ts from 'typescript'
import { docComments } from './comments.ts'
import type { Example, Problem } from './Example.ts'
import { fences } from './fences.ts'

const withoutStar = (line: string): string => line.replace(/^\s*\*( |$)/, '')

const isExampleTag = ({ tagName }: ts.JSDocTag): boolean => tagName.text === 'example'

/**
 * Returns the programs in the `@example` tags of a source file, and the problems of tags without a complete program.
 * A block marked `ts no-run` is type-checked but not run.
 */
export const fromSource = (
  file: string,
  text: string,
): { examples: ReadonlyArray<Example>; problems: ReadonlyArray<Problem> } => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const lines = text.split(/\r?\n/)
  const lineAt = (position: number): number => source.getLineAndCharacterOfPosition(position).line
  const examples: Example[] = []
  const problems: Problem[] = []

  for (const comment of docComments(source)) {
    const tags = comment.tags ?? []
    tags.forEach((tag, index) => {
      if (!isExampleTag(tag)) return
      const first = lineAt(tag.getStart(source))
      const next = tags[index + 1]
      // The last line of a comment contains its closing mark.
      const end = next === undefined ? lineAt(comment.end) : lineAt(next.getStart(source))
      const blocks = fences(lines.slice(first, end).map(withoutStar))
      if (blocks.length === 0) problems.push({ file, line: first + 1, message: 'an @example must have a code block' })
      for (const { info, at, code, closed } of blocks) {
        const line = first + at + 1
        if (closed)
          examples.push({
            file,
            line,
            code,
            language: 'ts',
            runs: !info.split(/\s+/).includes('no-run'),
            typed: true,
            cell: false,
          })
        else problems.push({ file, line, message: 'the code block of an @example must be closed' })
      }
    })
  }
  return { examples, problems }
}
