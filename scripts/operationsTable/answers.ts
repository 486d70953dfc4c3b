/** The signs of the operations that have one, with `a` and `b` for their arguments. */
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

/** What the language itself does: how it is written, and an expression that shows it, over the runs of a test. */
export interface Syntax {
  readonly written: string
  readonly gives: string
  readonly example: string
  readonly value: unknown
}

/** What an expression says without an operation. */
export const syntax: Readonly<Record<string, Syntax>> = {
  dict: { written: '{a: 1, b: 2}', gives: 'dict', example: '{a: 1, b: [2]}', value: { a: 1, b: [2] } },
  'group-groupkey': {
    written: '.groupkey',
    gives: 'any',
    example: 'runs.groupby((row) => row.config["lr"]).map((row) => row.groupkey)',
    value: [0.1, 0.2],
  },
  list: { written: '[1, 2]', gives: 'list<any>', example: '[1, "two"]', value: [1, 'two'] },
  'tag-joinObj': {
    written: '.joinObj',
    gives: 'any',
    example:
      '[{a: 1}].join([{a: 1}], (row) => row.a, (row) => row.a, "x", "y", false, false).map((row) => row.joinObj)',
    value: [1],
  },
  'tag-project': { written: '.project', gives: 'dict', example: 'runs.config["lr"][0].project.name', value: 'vision' },
  'tag-run': { written: '.run', gives: 'run', example: 'runs.config["lr"][1].run.id', value: 'b2' },
}

const loads = (name: string): string => `it takes a request: \`${name}\``

/** Why an operation is neither in the registry nor in the library, and what to use. */
export const absent: Readonly<Record<string, string>> = {
  'artifactMembership-file': loads('loadArtifactFiles'),
  'artifactMembership-files': loads('loadArtifactFiles'),
  'artifactType-artifactVersions': 'it takes requests: `loadArtifacts`, and `loadArtifactVersions` of each',
  'artifactType-artifacts': loads('loadArtifacts'),
  'artifactVersion-file': loads('loadArtifactFiles'),
  'artifactVersion-files': loads('loadArtifactFiles'),
  'artifactVersion-isGenerated': '`loadLoggedBy` gives the run that logged it, and nothing where none did',
  'artifactVersion-usedBy': loads('loadUsedBy'),
  'asset-file': 'a summary says where its file is, under the key `path`',
  'entity-link': 'entities do not know their server’s address; `projectUrl` and `runUrl` are under it',
  'file-contents': loads('downloadFile'),
  'file-joinedTable': 'the tables are in files of an artifact: `downloadArtifact`',
  'file-partitionedTable': 'the tables are in files of an artifact: `downloadArtifact`',
  gauss: 'its numbers are random, and an expression gives the same value each time',
  'joinedtable-file': 'the tables are in files of an artifact: `loadArtifactFiles`',
  'joinedtable-rows': 'the tables are in files of an artifact; `.join` joins the rows of those that were loaded',
  'partitionedtable-file': 'the tables are in files of an artifact: `loadArtifactFiles`',
  'partitionedtable-rows': 'the tables are in files of an artifact; `.concat` joins the rows of those that were loaded',
  'project-artifact': loads('loadArtifact'),
  'project-artifactType': loads('loadArtifactType'),
  'project-artifactTypes': loads('loadArtifactTypes'),
  'project-artifactVersion': loads('loadArtifactVersion'),
  'project-runs': 'it takes a request: `runExpression` makes it, for `project("entity", "project").runs`',
  'project-traces': 'they are Weave’s, and not read here',
  'root-project': 'it takes a request: `runExpression` makes it, for `project("entity", "project").runs`',
}
