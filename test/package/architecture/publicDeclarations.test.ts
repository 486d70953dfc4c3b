import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { publicDeclarations } from './publicDeclarations.ts'

test('what an entry point exports is found by way of re-exports, each once, overloads as one', () => {
  const root = mkdtempSync(join(tmpdir(), 'declarations-'))
  try {
    const put = (file: string, text: string): string => {
      writeFileSync(join(root, file), text)
      return join(root, file)
    }
    const index = put(
      'index.ts',
      `export * from './a.ts'\nexport { b as c } from './b.ts'\nexport * as names from './names.ts'\n`,
    )
    const again = put('again.ts', `export * from './a.ts'\n`)
    put(
      'a.ts',
      `/** A.\n * @category Model\n */\nexport interface A {\n  /** X. */\n  x: 1\n  y: 2\n  readonly brand: unique symbol\n}
/** F. @since 1 */\nexport function f(a: 1): 1\nexport function f(a: 2): 2\nexport function f(a: 1 | 2) { return a }\n`,
    )
    put('b.ts', 'export const b = 1\nexport const d = 2\n')
    put('names.ts', `export { e } from './e.ts'\n`)
    put('e.ts', 'export const e = 1\n')
    expect(publicDeclarations(root, [index, again])).toEqual([
      { name: 'A', path: 'a.ts', line: 4, tags: ['category'], bareFields: ['y'] },
      { name: 'f', path: 'a.ts', line: 11, tags: ['since'], bareFields: [] },
      { name: 'b', path: 'b.ts', line: 1, tags: [], bareFields: [] },
      { name: 'e', path: 'e.ts', line: 1, tags: [], bareFields: [] },
    ])
  } finally {
    rmSync(root, { recursive: true })
  }
})
