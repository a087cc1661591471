/**
 * Who may import whom. One folder below all others, `domain`; the four programs never import each other; tests may import all.
 * Run by build/check/architecture.ts, which also asserts that modules were really read.
 */

export const tests = '\\.test\\.tsx?$|/testing/|/attacks/|-contract\\.ts$|/screens\\.ts$|^tests/|^bench/';

/** The rooms of the renderer: each may import those before it. */
const rendererOrder = ['i18n', 'data', 'kinds', 'views', 'ui', 'hosts', 'features', 'app'];

/** The rooms of the main process, lowest first: each may import those before it, and never one behind it. */
const mainOrder = [
  'files',
  'keychain',
  'log',
  'network',
  'journal',
  'directory',
  'accounts',
  'session',
  'pin',
  'app-scheme',
  'security',
  'shell',
  'entry',
  'acts',
  'device',
  'bridge',
];

/** The rooms of the server, the lowest first: each may import those before it, and none after it. `*` stands for the files of no room. */
const serverOrder = [
  'base',
  'secrets',
  'storage',
  'letters',
  'roster',
  'school',
  'mail',
  'identity/tokens',
  'identity/passwords',
  'identity/factors',
  'identity/tries',
  'identity/accounts',
  'identity/proofs',
  'identity/sessions',
  'identity/providers',
  'identity/profile',
  'identity/recovery',
  'register/devices',
  'register/batch',
  'register/pulls',
  'register/changes',
  'register/settlement',
  'register/sync',
  'register/*',
  'kinds',
  'office/act',
  'office/accounts',
  'office/import',
  'office/school',
  'office/records',
  'office/papers',
  'office/substitutions',
  'office/restored',
  'office/hand-over',
  'office/*',
  'portal',
  'http',
  'routes',
  '*',
  'demo',
  'commands',
];

/** A rule: files matching `from` must not import files matching `to`. */
const forbid = (name, from, to) => ({ name, severity: 'error', from, to });

export default {
  forbidden: [
    forbid('no-cycles', {}, { circular: true }),
    forbid('resolvable', {}, { couldNotResolve: true }),
    // A folder beside them would be under no rule.
    forbid(
      'programs-are-listed',
      {},
      {
        path: '^[^/]+/',
        pathNot: '^(domain|main|renderer|sync-server|build|tests|bench)/|(^|/)node_modules/',
        dependencyTypes: ['local'],
      },
    ),
    forbid('nobody-imports-tests', { pathNot: tests }, { path: tests }),
    forbid('screens-for-the-harness', { pathNot: '^tests/' }, { path: '^renderer/.*/screens\\.ts$' }),
    forbid('domain-stands-alone', { path: '^domain/', pathNot: tests }, { pathNot: '^domain/' }),
    roomsAreListed(
      'domain',
      '^domain/(base|grades|access|record|kinds|school|hours|justifications|people|entries|protocol)/',
    ),
    forbid('domain-grades-reckon-alone', inDomain('grades'), {
      path: '^domain/(access|record|kinds|school|hours|justifications|people|entries|protocol)/',
    }),
    forbid('domain-base-is-lowest', inDomain('base'), {
      path: '^domain/(grades|access|record|kinds|school|hours|justifications|people|entries|protocol)/',
    }),
    forbid('domain-access-second', inDomain('access'), {
      path: '^domain/(record|kinds|school|hours|justifications|people|entries|protocol)/',
    }),
    forbid('domain-record-third', inDomain('record'), {
      path: '^domain/(kinds|school|hours|justifications|people|entries|protocol)/',
    }),
    forbid('domain-kinds-and-school-fourth', inDomain('(kinds|school)'), {
      path: '^domain/(hours|justifications|people|entries|protocol)/',
    }),
    forbid('domain-hours-fifth', inDomain('hours'), {
      path: '^domain/(justifications|people|entries|protocol)/',
    }),
    forbid('domain-justifications-sixth', inDomain('justifications'), {
      path: '^domain/(people|entries|protocol)/',
    }),
    forbid('domain-people-sixth', inDomain('people'), { path: '^domain/(entries|protocol)/' }),
    forbid('domain-entries-seventh', inDomain('entries'), { path: '^domain/protocol/' }),
    forbid(
      'kinds-apart',
      { path: '^domain/kinds/([^/]+)/', pathNot: tests },
      { path: '^domain/kinds/', pathNot: '^domain/kinds/$1/|^domain/kinds/[^/]+/record\\.ts$' },
    ),
    forbid('school-below-the-registry', inDomain('school'), {
      path: '^domain/kinds/',
      pathNot: '^domain/kinds/[^/]+/record\\.ts$',
    }),
    forbid(
      'machinery-knows-no-kind',
      {
        path: '^(domain/(entries|protocol)|main|sync-server/(storage|register)|renderer/data)/',
        // The index of the school has a rule of its own.
        pathNot: `${tests}|^renderer/data/school/`,
      },
      {
        path: '^(domain|sync-server|renderer)/kinds/[^/]+/',
        // The register itself writes the notices, and the rules of access are a school's settings.
        pathNot: '^domain/kinds/(conflict-notice|school)/record\\.ts$',
      },
    ),
    forbid(
      'school-index-knows-the-school-alone',
      { path: '^renderer/data/school/', pathNot: tests },
      {
        path: '^(domain|renderer)/kinds/[^/]+/',
        pathNot: '^domain/kinds/(assignment|class|enrolment|person|school|school-year|subject)/record\\.ts$',
      },
    ),
    forbid(
      'kinds-apart-on-the-page',
      { path: '^renderer/kinds/([^/]+)/', pathNot: tests },
      {
        path: '^renderer/kinds/[^/]+/',
        // Who puts an own value back has seen the notice of its loss; what is assessed is a column and its grades together.
        pathNot:
          '^renderer/kinds/$1/|^renderer/kinds/assessed/|^renderer/kinds/conflict-notice/commands\\.ts$',
      },
    ),
    forbid(
      'sync-centre-knows-no-kind',
      { path: '^renderer/features/sync-centre/', pathNot: tests },
      { path: '^renderer/kinds/[^/]+/', pathNot: '^renderer/kinds/conflict-notice/commands\\.ts$' },
    ),
    forbid(
      'kinds-apart-on-the-server',
      { path: '^sync-server/kinds/([^/]+)/', pathNot: tests },
      // The roll is what a lesson and the days of its pupils say together; a pupil's day is what is marked, and what is done about it; what is assessed is a column
      // and its grades.
      { path: '^sync-server/kinds/[^/]+/', pathNot: '^sync-server/kinds/($1|roll|pupil-day|assessed)/' },
    ),
    forbid('main-apart', { path: '^main/', pathNot: tests }, { path: '^(renderer|sync-server|build)/' }),
    forbid('renderer-apart', { path: '^renderer/', pathNot: tests }, { path: '^(main|sync-server|build)/' }),
    forbid('server-apart', { path: '^sync-server/', pathNot: tests }, { path: '^(main|renderer|build)/' }),
    forbid('build-apart', { path: '^build/', pathNot: tests }, { path: '^(main|renderer|sync-server)/' }),
    forbid(
      'build-knows-the-school-files-only',
      { path: '^build/', pathNot: tests },
      {
        path: '^domain/',
        pathNot:
          '^domain/(school-config\\.ts|access/staff-role\\.ts|people/username\\.ts|protocol/school-list\\.ts|base/|record/fields\\.ts)',
      },
    ),
    ...inOrder('main', mainOrder),
    forbid(
      'main-has-no-page',
      { path: '^main/', pathNot: tests },
      { path: 'node_modules/(react|react-dom|rxdb|dexie|@mantine)/' },
    ),
    forbid(
      'preload-is-minimal',
      { path: '^main/preload\\.ts$' },
      { pathNot: '^domain/protocol/|node_modules/electron/|^electron$' },
    ),
    forbid(
      'renderer-has-no-node',
      { path: '^renderer/', pathNot: tests },
      { path: 'node_modules/electron/|^electron$', dependencyTypesNot: ['type-only'] },
    ),
    ...inOrder('renderer', rendererOrder),
    forbid('renderer-has-no-builtin', { path: '^renderer/', pathNot: tests }, { dependencyTypes: ['core'] }),
    forbid(
      'features-apart',
      // A page may show what has a folder of its own beside it.
      { path: '^renderer/features/([^/]+)/', pathNot: `${tests}|/page\\.tsx$` },
      { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    ),
    forbid(
      'features-know-no-store',
      { path: '^renderer/features/', pathNot: tests },
      { path: 'node_modules/(rxdb|dexie)/|^renderer/data/(store|sync)/' },
    ),
    forbid(
      'pages-ask-for-capabilities',
      { path: '^renderer/(app|features|hosts|kinds|ui|views)/', pathNot: tests },
      { path: '^domain/access/actor\\.ts$', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'data-draws-nothing',
      { path: '^renderer/data/', pathNot: tests },
      { path: 'node_modules/@mantine/' },
    ),
    forbid(
      'views-draw-nothing',
      { path: '^renderer/(views/|features/[^/]+/view(/|\\.ts$))', pathNot: tests },
      { path: 'node_modules/(react|react-dom|@mantine)/|\\.tsx$|^renderer/(ui|hosts|app)/' },
    ),
    forbid(
      'ui-knows-no-school',
      { path: '^renderer/ui/', pathNot: tests },
      {
        path: '^renderer/(data|kinds|views)/|^domain/(access|record|kinds|school|hours|justifications|people|entries|protocol)/',
      },
    ),
    forbid(
      'routes-use-services',
      { path: '^sync-server/routes/', pathNot: tests },
      { path: '^sync-server/storage/(?!contract/)' },
    ),
    forbid(
      'services-know-no-framework',
      { path: '^sync-server/(identity|kinds|letters|mail|office|register|school)/', pathNot: tests },
      {
        path: 'node_modules/(fastify|@fastify)/|^sync-server/(routes/|storage/(?!contract/))|^sqlite$',
      },
    ),
    ...serverOrder.map(belowTheRest),
    roomsAreListed('sync-server', serverOrder.map(inServer).join('|')),
    forbid(
      'storage-contract-names-no-adapter',
      { path: '^sync-server/storage/contract/', pathNot: tests },
      { path: '^sync-server/(?!storage/contract/)|^sqlite$' },
    ),
    forbid(
      'ledger-knows-no-database',
      { path: '^sync-server/storage/ledger/', pathNot: tests },
      { path: '^sync-server/storage/(?!(contract|ledger)/)|^sqlite$' },
    ),
    forbid(
      'adapters-behind-the-door',
      {
        path: '^sync-server/',
        pathNot: `${tests}|^sync-server/storage/(sqlite/|(open|check-data)\\.ts$)`,
      },
      { path: '^sync-server/storage/sqlite/|^sqlite$' },
    ),
    forbid(
      'nobody-imports-an-entry',
      { pathNot: tests },
      { path: '^(main/index\\.ts|renderer/index\\.tsx|sync-server/index\\.ts)$' },
    ),
    forbid(
      'runtime-packages-are-dependencies',
      { path: '^(domain|renderer|sync-server)/', pathNot: tests },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(css|svg|png|woff2)$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};

function inDomain(layer) {
  return { path: `^domain/${layer}/`, pathNot: tests };
}

/** Rules for the rooms of a program in their order, and that it has no other rooms. */
function inOrder(program, rooms) {
  const above = rooms
    .slice(0, -1)
    .map((room, index) =>
      forbid(
        `${program}-${room}-in-order`,
        { path: `^${program}/${room}/`, pathNot: tests },
        { path: `^${program}/(${rooms.slice(index + 1).join('|')})/` },
      ),
    );
  return [
    ...above,
    roomsAreListed(program, `^${program}/(${rooms.join('|')})/`),
    // What lies beside the rooms puts them together.
    forbid(
      `${program}-rooms-below-its-entry`,
      { path: `^${program}/[^/]+/`, pathNot: tests },
      { path: `^${program}/[^/]+$` },
    ),
  ];
}

/** A folder that is in no list would be under no rule. */
function roomsAreListed(program, listed) {
  const unknown = { path: `^${program}/[^/]+/`, pathNot: `${listed}|${tests}` };
  return forbid(`${program}-rooms-are-listed`, { pathNot: tests }, unknown);
}

function belowTheRest(room, index) {
  const paths = serverOrder.slice(index + 1).map((above) => inServer(above));
  return forbid(
    `server-order-${room}`,
    { path: inServer(room), pathNot: tests },
    { path: paths.length > 0 ? paths.join('|') : '^$' },
  );
}

/** The files of a room; `room/*` are those that stand in no room inside it. */
function inServer(room) {
  return `^sync-server/${room.endsWith('*') ? `${room.slice(0, -1)}[^/]+$` : `${room}/`}`;
}
