const vague = /^(utils?|common|helpers?|misc)$/i

/** No folder and no file has a name that says nothing. */
export const namesRule = (path: string): ReadonlyArray<string> =>
  path
    .split('/')
    .map((part) => part.replace(/\..*$/, ''))
    .filter((part) => vague.test(part))
    .map((part) => `${path}: ${part} says nothing about what it holds`)
