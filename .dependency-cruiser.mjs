// The arrows of docs/architecture.md. One rule a law; scripts/arrows.test.ts plants one violation for each.
const tests = '(\\.test\\.tsx?$|/testing\\.ts$|/test-turn\\.ts$|/sample-flow\\.ts$|/mutate\\.ts$|/mutations/|/misfits\\.ts$)'

/** A room may reach these folders and npm packages only. Node's own modules count as `node:`. */
function room(name, from, { rooms, packages = [], node = true }) {
  const allowed = [...rooms.map((each) => `^${each}`), ...packages.map((each) => `(^|/)node_modules/(@types/)?${each}(/|$)`)]
  return [
    {
      name: `${name}-reaches-only-its-rooms`,
      severity: 'error',
      from: { path: from, pathNot: tests },
      to: { dependencyTypesNot: ['core'], pathNot: allowed },
    },
    ...(node
      ? []
      : [
          {
            name: `${name}-knows-no-node-module`,
            severity: 'error',
            from: { path: from, pathNot: tests },
            to: { dependencyTypes: ['core'] },
          },
        ]),
  ]
}

const kernel = ['runtime/(errors|clock|ids)\\.ts$']

export default {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    ...room('schemas', '^schemas/', { rooms: ['schemas/'], packages: ['zod'], node: false }),
    ...room('nodes', '^nodes/', { rooms: ['schemas/', 'nodes/'], packages: ['zod', 'liquidjs', 're2js'], node: false }),
    {
      name: 'a-node-knows-no-other-node',
      severity: 'error',
      from: { path: '^nodes/([^/]+)/', pathNot: '^nodes/(check|mutations)/' },
      to: { path: '^nodes/[^/]+/', pathNot: '^nodes/$1/' },
    },
    {
      name: 'definitions-load-no-behaviour',
      severity: 'error',
      from: { path: '^nodes/([^/]+/(node|text)|index|check|define|outlets|words|json-schema)\\.ts$' },
      to: { path: '(^nodes/behaviours\\.ts$|^nodes/[^/]+/run\\.ts$)' },
    },
    ...room('engine', '^runtime/engine/', {
      rooms: ['schemas/', 'nodes/', 'runtime/engine/'],
      packages: ['liquidjs', 're2js'],
      node: false,
    }),
    ...room('language', '^runtime/language/', { rooms: ['schemas/', 'runtime/language/', ...kernel], packages: ['.+'] }),
    ...room('knowledge', '^runtime/knowledge/', {
      rooms: ['schemas/', 'runtime/language/', 'runtime/knowledge/', ...kernel],
      packages: ['.+'],
    }),
    ...room('library', '^runtime/library/', {
      rooms: [
        'schemas/',
        'nodes/turn\\.ts$',
        'runtime/library/',
        'runtime/language/',
        'runtime/knowledge/',
        'runtime/store/(store|library-store)\\.ts$',
        'runtime/engine/(compile|types)\\.ts$',
        'runtime/flows/canonical\\.ts$',
        ...kernel,
      ],
      packages: ['.+'],
    }),
    ...room('promotions', '^runtime/promotions/', { rooms: ['schemas/', 'runtime/promotions/', ...kernel] }),
    ...room('egress', '^runtime/egress/', { rooms: ['runtime/egress/'] }),
    ...room('shop', '^runtime/shop/', {
      rooms: ['schemas/', 'nodes/turn\\.ts$', 'runtime/shop/', 'runtime/egress/', ...kernel],
      packages: ['zod'],
    }),
    ...room('provider', '^runtime/provider/', {
      rooms: ['schemas/', 'nodes/turn\\.ts$', 'runtime/provider/', 'runtime/egress/', 'runtime/sealed\\.ts$', ...kernel],
      packages: ['zod'],
    }),
    ...room('uploads', '^runtime/uploads/', { rooms: ['schemas/', 'runtime/uploads/', 'runtime/store/store\\.ts$', ...kernel] }),
    ...room('store', '^runtime/store/', {
      rooms: ['schemas/', 'nodes/turn\\.ts$', 'runtime/store/', ...kernel],
      packages: ['drizzle-orm', 'drizzle-kit', 'better-sqlite3', 'better-auth', 'zod'],
    }),
    {
      name: 'only-the-store-knows-a-driver',
      severity: 'error',
      from: { path: '^(schemas|nodes|runtime|editor|widget|cli|examples)/', pathNot: ['^runtime/store/', tests] },
      to: { path: 'node_modules/(drizzle-orm|better-sqlite3|pg)(/|$)', pathNot: 'better-auth' },
    },
    {
      name: 'http-is-the-roof',
      severity: 'error',
      from: { path: '^runtime/', pathNot: ['^runtime/http/', '^runtime/(index|main|settings|demo)\\.ts$', tests] },
      to: { path: '^runtime/http/' },
    },
    {
      name: 'the-server-reaches-no-screen',
      severity: 'error',
      from: { path: '^(schemas|nodes|runtime|cli)/', pathNot: tests },
      to: { path: '(^editor/|^widget/|\\.tsx$)' },
    },
    {
      name: 'the-editor-reaches-no-server',
      severity: 'error',
      from: { path: '^editor/', pathNot: tests },
      to: { path: '(^runtime/|^cli/|^widget/|^nodes/behaviours\\.ts$|/run\\.ts$)', dependencyTypesNot: ['type-only'] },
    },
    ...room('widget', '^widget/', { rooms: ['schemas/', 'widget/'], packages: ['eventsource-parser'], node: false }),
    {
      name: 'the-widget-takes-only-types-from-schemas',
      severity: 'error',
      from: { path: '^widget/', pathNot: tests },
      to: { path: '^schemas/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-test-support-in-the-product',
      severity: 'error',
      from: { path: '^(schemas|nodes|runtime|editor|widget|cli)/', pathNot: tests },
      to: { path: tests },
    },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
