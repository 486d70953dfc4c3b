// Reads specifiers from the command line, and prints those that lead anywhere, by `import` or by `require`.
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const refused = 'ERR_PACKAGE_PATH_NOT_EXPORTED'

const isImportable = async (specifier) => {
  try {
    await import(specifier)
    return true
  } catch ({ code }) {
    return code !== refused
  }
}

const isRequirable = (specifier) => {
  try {
    require.resolve(specifier)
    return true
  } catch ({ code }) {
    return code !== refused
  }
}

for (const specifier of process.argv.slice(2))
  if ((await isImportable(specifier)) || isRequirable(specifier)) console.log(specifier)
