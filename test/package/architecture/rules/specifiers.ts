import type { Importing } from '../Module.ts'
import { isRelative, packageOf } from '../resolve.ts'

const spellings: Readonly<Record<string, { readonly good: RegExp; readonly say: string }>> = {
  'fp-ts': { good: /^fp-ts\/lib\/[A-Za-z]+\.js$/, say: 'fp-ts/lib/<Module>.js' },
  'io-ts': {
    good: /^io-ts(\/lib\/(PathReporter|Reporter|ThrowReporter)\.js)?$/,
    say: 'io-ts or io-ts/lib/PathReporter.js',
  },
}

/** Specifiers are spelled in the one way that works in Node, in bundlers and in the compiler. */
export const specifiersRule = ({ path, imports }: Importing): ReadonlyArray<string> =>
  imports.flatMap((specifier) => {
    if (specifier === '<computed>') return [`${path}: imports a computed specifier`]
    if (specifier === '.' || specifier === '..') return [`${path}: imports a folder, ${specifier}`]
    if (isRelative(specifier)) return specifier.endsWith('.ts') ? [] : [`${path}: ${specifier} does not end in .ts`]
    const name = packageOf(specifier)
    const spelling = Object.hasOwn(spellings, name) ? spellings[name] : undefined
    return spelling === undefined || spelling.good.test(specifier)
      ? []
      : [`${path}: imports ${specifier}; write ${spelling.say}`]
  })
