// Takes specifiers from the command line and prints those that `import` or `require` can resolve.
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const notExported = 'ERR_PACKAGE_PATH_NOT_EXPORTED'

const isImportable = async (specifier) => {
  try {
    await import(specifier)
    return true
  } catch ({ code }) {
    return code !== notExported
  }
}

const isRequirable = (specifier) => {
  try {
    require.resolve(specifier)
    return true
  } catch ({ code }) {
    return code !== notExported
  }
}

for (const specifier of process.argv.slice(2))
  if ((await isImportable(specifier)) || isRequirable(specifier)) console.log(specifier)
