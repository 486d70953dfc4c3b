import * as ts from 'typescript'
import { docComments } from './comments.ts'
import type { Example, Problem } from './Example.ts'
import { fences } from './fences.ts'

const withoutStar = (line: string): string => line.replace(/^\s*\*( |$)/, '')

const isExampleTag = ({ tagName }: ts.JSDocTag): boolean => tagName.text === 'example'

/**
 * The programs of a source file, which are the blocks of its `@example` tags, and the tags that hold no whole program.
 * A block marked `ts no-run` is type-checked and not run.
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
      // The end of a comment's last line holds its closing mark, which is no text.
      const end = next === undefined ? lineAt(comment.end) : lineAt(next.getStart(source))
      const blocks = fences(lines.slice(first, end).map(withoutStar))
      if (blocks.length === 0) problems.push({ file, line: first + 1, says: 'an @example without a block of code' })
      for (const { info, at, code, closed } of blocks) {
        const line = first + at + 1
        if (closed) examples.push({ file, line, code, runs: !info.split(/\s+/).includes('no-run') })
        else problems.push({ file, line, says: 'an @example whose block of code has no end' })
      }
    })
  }
  return { examples, problems }
}
