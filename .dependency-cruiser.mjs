// Who may import whom. `npm run layers` checks it; docs/architecture.md says it in words.

/** The rooms of src/core: what each may import besides itself, and why not more. src/core/model has rules of its own. */
export const ROOMS = {
  catalog: {
    from: ['model', 'promql'],
    why: 'A metric is an expression of the language; what is built from it, and the panels that show it, come later.',
  },
  text: {
    from: [],
    why: 'What is true of any text, such as the nearest name or where its lines begin, knows nothing of metrics or dashboards.',
  },
  promql: {
    from: ['model', 'text'],
    why: 'The language stands by itself: trees, their text, what they mean. Who builds them, and of which metrics, it must not know.',
  },
  query: {
    from: ['model', 'promql', 'catalog'],
    why: 'What an author builds expressions with stands on the catalog and the language; where they are shown it must not know.',
  },
  sql: {
    from: ['model', 'catalog'],
    why: 'A query in SQL stands beside the expressions, not on them: it knows tables and roles, no metric and no panel.',
  },
  panel: {
    from: ['model', 'catalog', 'promql', 'query', 'sql'],
    why: 'A panel is built from expressions; which dashboard places it, and where, it must not know.',
  },
  dashboard: {
    from: ['model', 'catalog', 'promql', 'query', 'sql', 'panel'],
    why: 'A dashboard is pure: whether it is written, checked or asked of a server is decided elsewhere.',
  },
  rule: {
    from: ['model', 'catalog', 'promql', 'query', 'dashboard'],
    why: 'A rule is resolved as a query of a dashboard is; which server loads its file is decided elsewhere.',
  },
  stack: {
    from: ['model', 'catalog', 'promql'],
    why: 'What starts a pack is told where its files stand; how they are made, and what is in them, it must not know.',
  },
  exposition: {
    from: [],
    why: 'A page of metrics says the same whoever reads it: the exporter that is tested, the linter or the doctor.',
  },
  exporter: {
    from: ['model', 'catalog', 'live', 'exposition'],
    why: 'An exporter writes the families of the catalog; which dashboard asks them, and in which pack it stands, it must not know.',
  },
  pack: {
    from: ['model', 'catalog', 'promql', 'dashboard', 'rule', 'stack', 'exporter', 'emit'],
    why: 'A pack turns what one system declares into texts: it talks to no server and prints no report.',
  },
  emit: {
    from: ['model', 'text'],
    why: 'Files are made from the model alone: whoever produced it, the same model gives the same bytes.',
  },
  document: {
    from: ['model', 'text', 'promql'],
    why: 'What a file says is the same whoever wrote it and whatever is asked of it: nothing is checked, built or fetched here.',
  },
  diff: {
    from: ['model', 'promql', 'document'],
    why: 'Two sets of documents are compared the same, whoever wrote them and wherever they come from: nothing is built or fetched here.',
  },
  built: {
    from: ['model', 'promql', 'dashboard', 'rule', 'pack', 'document'],
    why: 'What packs yield is turned into documents once, for everybody who looks at it: which command asks, it must not know.',
  },
  lint: {
    from: ['model', 'text', 'promql', 'exposition', 'document'],
    why: 'A check looks at documents and asks questions of queries; it builds nothing and asks no server.',
  },
  report: {
    from: ['model'],
    why: 'A report is a function from findings to text.',
  },
  live: {
    from: ['model'],
    why: 'Talking to a server needs to know nothing about what is built here.',
  },
  simulate: {
    from: ['model', 'catalog', 'promql', 'query', 'exporter', 'live'],
    why: 'Synthetic producers speak for the catalog, and effects select series as queries do; they know no dashboard.',
  },
  inspect: {
    from: [
      'model',
      'text',
      'catalog',
      'promql',
      'pack',
      'stack',
      'emit',
      'exposition',
      'document',
      'diff',
      'built',
      'lint',
      'live',
      'simulate',
    ],
    why: 'The commands that inspect look at what was built through documents, checks and servers; they build nothing themselves.',
  },
};

/** Only the lock that keeps two builds apart has to know which process, on which machine, holds it. */
const LOCK = '^src/core/emit/lock[^/]*\\.ts$';

/** What an exporter follows grows while it runs, and who holds a port is said by /proc: neither can be handed in as a value. */
const READERS = ['^src/core/exporter/follow/', '^src/core/live/serve/port-holder\\.ts$'];

const CONTENT = '^src/(?:dashboards|datasources|exporters|packs|rules|scenarios|stacks)/';
const PACK = '^src/(?:dashboards|datasources|exporters|packs|rules|scenarios|stacks)/([^/]+?)(?:\\.ts$|/)';
const OWN_PACK = '^src/(?:dashboards|datasources|exporters|packs|rules|scenarios|stacks)/$1(?:\\.ts$|/)';

/** `dashpack` and its other entries, which every pack may import, by name. */
const CORE_API = '^src/(?:index|promql|exporter|simulate)\\.ts$';
const API = [CORE_API, '^src/panels/index\\.ts$'];

function room([name, { from, why }]) {
  return {
    name: `${name}-imports`,
    severity: 'error',
    comment: why,
    from: { path: `^src/core/${name}/` },
    to: { path: '^src/', pathNot: [name, ...from].map((allowed) => `^src/core/${allowed}/`) },
  };
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...Object.entries(ROOMS).map(room),
    {
      name: 'model-imports',
      severity: 'error',
      comment:
        'The model is plain types that every room reads. It stays plain by importing nothing but itself: no room, no package, no Node module.',
      from: { path: '^src/core/model/' },
      to: { pathNot: '^src/core/model/' },
    },
    {
      name: 'pack-without-disk',
      severity: 'error',
      comment:
        'Building is pure: of src/core/emit, a pack uses only what makes text. Writing it is the command’s business.',
      from: { path: '^src/core/pack/' },
      to: { path: '^src/core/emit/', pathNot: '^src/core/emit/(?:normalise|serialise)[^/]*\\.ts$' },
    },
    {
      name: 'core-room-is-known',
      severity: 'error',
      comment:
        'Every folder of src/core has its place among the arrows: add a new one to ROOMS in .dependency-cruiser.mjs, with its reason.',
      from: {},
      to: { path: '^src/core/', pathNot: ['model', ...Object.keys(ROOMS)].map((name) => `^src/core/${name}/`) },
    },
    {
      name: 'core-not-to-content',
      severity: 'error',
      comment:
        'The machine must work for packs that it has never seen; this repository’s packs are only its first users.',
      from: { path: ['^src/core/', '^src/cli/', CORE_API] },
      to: { path: [CONTENT, '^src/panels/'] },
    },
    {
      name: 'core-not-to-public-api',
      severity: 'error',
      comment: 'The public API is a view on the core; the core importing its own façade is a cycle waiting to happen.',
      from: { path: '^src/(?:core|cli)/' },
      to: { path: CORE_API },
    },
    {
      name: 'not-to-cli',
      severity: 'error',
      comment: 'The command line is the outermost layer: what another layer wants of it belongs into core.',
      from: { pathNot: '^src/cli/' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'public-api-without-servers',
      severity: 'error',
      comment: 'Importing `dashpack` to define a dashboard must not load what talks to servers or writes files.',
      from: { path: CORE_API },
      to: { path: '^src/core/(?:live|exporter/(?:follow|run|smoke)|simulate/serve|inspect)/' },
    },
    {
      name: 'dashboards-without-simulation',
      severity: 'error',
      comment: 'Scenarios stand behind an entry of their own, `dashpack/simulate`: a build needs none of it.',
      from: { path: '^src/(?:index|promql)\\.ts$' },
      to: { path: '^src/core/simulate/' },
    },
    {
      name: 'content-imports',
      severity: 'error',
      comment:
        'A pack is written against the public API, as another repository would write it: `dashpack` and its other entries, and files of its own pack.',
      from: { path: PACK },
      to: { pathNot: [OWN_PACK, ...API] },
    },
    {
      name: 'panels-imports',
      severity: 'error',
      comment: 'Recipes are public API for every pack, built on the public API: they know `dashpack` and each other.',
      from: { path: '^src/panels/' },
      to: { pathNot: ['^src/panels/', CORE_API] },
    },
    {
      name: 'content-by-package-name',
      severity: 'error',
      comment:
        'Write `dashpack` and `dashpack/panels`, not a path: the same line then works in another repository, and resolves to the running copy.',
      from: { path: CONTENT },
      to: { path: API, dependencyTypes: ['local'] },
    },
    {
      name: 'panels-by-package-name',
      severity: 'error',
      comment:
        'Recipes are part of the package `dashpack/panels` and import its other half by name, like everybody else.',
      from: { path: '^src/panels/' },
      to: { path: CORE_API, dependencyTypes: ['local'] },
    },
    {
      name: 'network-only-in-live',
      severity: 'error',
      comment:
        'What can fail because of a network stands in one place, src/core/live. (`fetch` is held there by .oxlintrc.json.)',
      from: { path: '^src/', pathNot: '^src/core/live/' },
      to: {
        path: ['^(?:node:)?(?:http|https|http2|net|tls|dns|dns/promises|dgram)$', '^(?:node_modules/)?undici(?:/|$)'],
      },
    },
    {
      name: 'files-only-in-emit-and-cli',
      severity: 'error',
      comment:
        'Everything else is pure. What is read arrives as a value, what is written leaves through src/core/emit.',
      from: { path: '^src/', pathNot: ['^src/core/emit/', '^src/cli/', ...READERS] },
      to: { path: '^(?:node:)?fs(?:/promises)?$' },
    },
    {
      name: 'process-only-in-cli',
      severity: 'error',
      comment:
        'No clock, no environment, no other process outside cli: the same input gives the same bytes everywhere.',
      from: { path: '^src/', pathNot: ['^src/cli/', LOCK] },
      to: {
        path: '^(?:node:)?(?:process|os|child_process|cluster|worker_threads|perf_hooks|readline|readline/promises|tty|repl|vm)$',
      },
    },
    {
      name: 'command-line-packages-only-in-cli',
      severity: 'error',
      comment: 'Parsing arguments and bundling a configuration are the command line’s business.',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: {
        path: ['(?:^|/)node_modules/(?:commander|esbuild|typescript)/', '^(?:commander|esbuild|typescript)(?:/|$)'],
      },
    },
    {
      name: 'not-to-tests',
      severity: 'error',
      comment: 'What is published or built must not depend on tests, benchmarks, scripts or its own output.',
      from: { path: '^src/' },
      to: {
        path: [
          '^(?:tests|bench|scripts|generated|dist)/',
          '(?:^|/)node_modules/(?:vitest|fast-check|prettier|oxlint|publint)/',
        ],
      },
    },
    {
      name: 'no-cycle',
      severity: 'error',
      comment:
        'In a cycle nobody is below: neither file can be understood, tested or moved without the other. Types count.',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'no-orphan',
      severity: 'error',
      comment: 'A module that imports nothing and that nobody imports is a leftover, or somebody forgot to list it.',
      from: { path: '^src/core/', orphan: true },
      to: {},
    },
    {
      name: 'core-is-reached',
      severity: 'error',
      comment:
        'No way leads here from the public API or the command line, so it does nothing: a check or a panel kind that is in no registry, or a leftover.',
      from: { path: [CORE_API, '^src/cli/main\\.ts$'] },
      to: { path: '^src/core/', reachable: false },
    },
    {
      name: 'content-is-listed',
      severity: 'error',
      comment:
        'No pack of dashpack.config.ts lists it, so it is built into nothing: list it in its pack, or delete it.',
      from: { path: '^dashpack\\.config\\.ts$' },
      to: { path: CONTENT, reachable: false },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'An import that leads nowhere cannot be checked. Local imports end in `.js`.',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'declared-package',
      severity: 'error',
      comment: 'A package that package.json does not name is there by accident, until it is not.',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true, // `import type` is an arrow too
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['dashpack-source', 'import', 'node', 'default', 'types'],
    },
  },
};
