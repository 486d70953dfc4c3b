import { posix } from 'node:path'

const vague = /^(utils?|common|helpers?|misc)$/i

/** No folder and no file has a name that says nothing. */
export const namesRule = (path: string): ReadonlyArray<string> =>
  path
    .split('/')
    .map((part) => part.replace(/\..*$/, ''))
    .filter((part) => vague.test(part))
    .map((part) => `${path}: ${part} says nothing about what it holds`)

/** The names in the first column of the glossary's table of names that are not used. */
export const bannedNames = (glossary: string): ReadonlySet<string> => {
  const table = glossary.split('\n').slice(glossary.split('\n').findIndex((line) => /^\| *not *\|/.test(line)) + 2)
  const rows = table.slice(
    0,
    table.findIndex((line) => !line.startsWith('|')),
  )
  return new Set(
    rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '')),
  )
}

/** No file and no export has a name that the glossary replaces with another. */
export const glossaryRule = (
  { path, exports }: { readonly path: string; readonly exports: ReadonlyArray<string> },
  banned: ReadonlySet<string>,
): ReadonlyArray<string> =>
  [posix.basename(path).replace(/(\.test)?\.ts$/, ''), ...exports]
    .filter((name) => banned.has(name))
    .map((name) => `${path}: ${name} is not one of our words; docs/glossary.md has a better one`)

/** No two files export different functions by one name. */
export const uniqueNamesRule = (
  modules: ReadonlyArray<{ readonly path: string; readonly functions: ReadonlyArray<string> }>,
): ReadonlyArray<string> => {
  const owners = new Map<string, string>()
  return modules.flatMap(({ path, functions }) =>
    functions.flatMap((name) => {
      const owner = owners.get(name)
      owners.set(name, owner ?? path)
      return owner === undefined || owner === path ? [] : [`${path}: exports ${name}, as ${owner} does`]
    }),
  )
}
