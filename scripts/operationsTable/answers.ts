/** The operators of operations that have one, with `a` and `b` as arguments. */
export const signs: Readonly<Record<string, string>> = {
  and: 'a && b',
  'boolean-not': '!a',
  index: 'a[b]',
  'number-add': 'a + b',
  'number-div': 'a / b',
  'number-equal': 'a == b',
  'number-floorDiv': 'a // b',
  'number-greater': 'a > b',
  'number-greaterEqual': 'a >= b',
  'number-less': 'a < b',
  'number-lessEqual': 'a <= b',
  'number-modulo': 'a % b',
  'number-mult': 'a * b',
  'number-negate': '-a',
  'number-notEqual': 'a != b',
  'number-powBinary': 'a ** b',
  'number-sub': 'a - b',
  or: 'a || b',
  pick: 'a[b]',
  'string-add': 'a + b',
  'string-equal': 'a == b',
  'string-notEqual': 'a != b',
}

/** A feature of the language: its syntax, and an example that a test evaluates. */
export interface Syntax {
  readonly written: string
  readonly returns: string
  readonly example: string
  readonly value: unknown
}

/** The operations that are part of the language. */
export const syntax: Readonly<Record<string, Syntax>> = {
  dict: { written: '{a: 1, b: 2}', returns: 'dict', example: '{a: 1, b: [2]}', value: { a: 1, b: [2] } },
  'group-groupkey': {
    written: '.groupkey',
    returns: 'any',
    example: 'runs.groupby((row) => row.config["lr"]).map((row) => row.groupkey)',
    value: [0.1, 0.2],
  },
  list: { written: '[1, 2]', returns: 'list<any>', example: '[1, "two"]', value: [1, 'two'] },
  'tag-joinObj': {
    written: '.joinObj',
    returns: 'any',
    example:
      '[{a: 1}].join([{a: 1}], (row) => row.a, (row) => row.a, "x", "y", false, false).map((row) => row.joinObj)',
    value: [1],
  },
  'tag-project': {
    written: '.project',
    returns: 'dict',
    example: 'runs.config["lr"][0].project.name',
    value: 'vision',
  },
  'tag-run': { written: '.run', returns: 'run', example: 'runs.config["lr"][1].run.id', value: 'b2' },
}

const loads = (name: string): string => `needs a request: \`${name}\``

/** Why an operation is neither in the registry nor in the library, and what to use instead. */
export const absent: Readonly<Record<string, string>> = {
  'artifactMembership-file': loads('loadArtifactFiles'),
  'artifactMembership-files': loads('loadArtifactFiles'),
  'artifactType-artifactVersions': 'needs requests: `loadArtifacts`, then `loadArtifactVersions` for each',
  'artifactType-artifacts': loads('loadArtifacts'),
  'artifactVersion-file': loads('loadArtifactFiles'),
  'artifactVersion-files': loads('loadArtifactFiles'),
  'artifactVersion-isGenerated': '`loadLoggedBy` loads the run that logged it, if any',
  'artifactVersion-usedBy': loads('loadUsedBy'),
  'asset-file': 'the summary has the path of its file, under the key `path`',
  'entity-link': 'an entity has no server URL; use `projectUrl` or `runUrl`',
  'file-contents': loads('downloadFile'),
  'file-joinedTable': 'the tables are files of an artifact: `downloadArtifact`',
  'file-partitionedTable': 'the tables are files of an artifact: `downloadArtifact`',
  gauss: 'it returns random numbers, and expressions are deterministic',
  'joinedtable-file': 'the tables are files of an artifact: `loadArtifactFiles`',
  'joinedtable-rows': 'the tables are files of an artifact; use `.join` on loaded rows',
  'partitionedtable-file': 'the tables are files of an artifact: `loadArtifactFiles`',
  'partitionedtable-rows': 'the tables are files of an artifact; use `.concat` on loaded rows',
  'project-artifact': loads('loadArtifact'),
  'project-artifactType': loads('loadArtifactType'),
  'project-artifactTypes': loads('loadArtifactTypes'),
  'project-artifactVersion': loads('loadArtifactVersion'),
  'project-runs': 'needs a request: `runExpression` sends it for `project("entity", "project").runs`',
  'project-traces': 'traces belong to Weave and are not supported',
  'root-project': 'needs a request: `runExpression` sends it for `project("entity", "project").runs`',
}
