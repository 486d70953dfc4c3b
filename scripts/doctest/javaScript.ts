import * as ts from 'typescript'
import type { Example, Problem } from './Example.ts'

/** `Cannot find name`, its forms with a suggestion, and a shorthand property without a variable. */
const UNDECLARED = new Set([2304, 2552, 2580, 2581, 2582, 2583, 2584, 2591, 2592, 2593, 18004])

const options: ts.CompilerOptions = {
  allowJs: true,
  checkJs: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  types: ['node'],
  skipLibCheck: true,
}

const pathOf = ({ file, line }: Example): string => `/${file}.${line}.mjs`

/** A program of these examples as JavaScript, in memory. What they import stays unknown. */
const programOf = (root: string, examples: ReadonlyArray<Example>): ts.Program => {
  const texts = new Map(examples.map((example) => [pathOf(example), example.code]))
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists } = host
  host.getCurrentDirectory = () => root
  host.fileExists = (path) => texts.has(path) || fileExists(path)
  host.getSourceFile = (path, target, ...rest) => {
    const text = texts.get(path)
    return text === undefined ? getSourceFile(path, target, ...rest) : ts.createSourceFile(path, text, target, true)
  }
  host.resolveModuleNameLiterals = (literals, file) =>
    literals.map(({ text }) =>
      texts.has(file) ? { resolvedModule: undefined } : ts.resolveModuleName(text, file, options, host),
    )
  return ts.createProgram([...texts.keys()], options, host)
}

/**
 * Returns the problems of the examples on pages: JavaScript that a reader cannot paste, because it is not JavaScript or
 * uses a name that it does not declare, and TypeScript that shows no type, so that it should be JavaScript.
 */
export const javaScriptProblems = (root: string, examples: ReadonlyArray<Example>): ReadonlyArray<Problem> => {
  const program = programOf(root, examples)
  return examples.flatMap((example): ReadonlyArray<Problem> => {
    const { file, line, language, cell } = example
    const source = program.getSourceFile(pathOf(example))
    const syntax = program.getSyntacticDiagnostics(source)
    if (language === 'ts')
      return syntax.length > 0 || example.code.includes('@ts-expect-error')
        ? []
        : [{ file, line, message: 'this program shows no type: mark it js' }]
    const names = cell ? [] : program.getSemanticDiagnostics(source).filter(({ code }) => UNDECLARED.has(code))
    return [...syntax, ...names].map(({ start = 0, messageText }) => ({
      file,
      line: line + example.code.slice(0, start).split('\n').length - 1,
      message: `not JavaScript that can be pasted: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    }))
  })
}
