import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { openDesktop } from '../app/desktop.ts';
import { emptyAppMemory } from '../app/empty-app.ts';
import { measureTeacherApp, type OpenedPage } from '../app/teacher-app.ts';
import { startBenchHost } from '../harness/bench-host.ts';
import { openBenchPage } from '../harness/browser.ts';
import { startChildServer, type ChildServer } from '../harness/child-server.ts';
import type { FigurePlan, Round, Suite } from '../harness/suite.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { seedServer } from '../product/seed-server.ts';
import { signIn } from '../product/sign-in.ts';
import type { GradeViewName } from '../page/grade-views.ts';
import type { PageName } from '../page/page-views.ts';
import {
  pagesRoster,
  pagesSchool,
  pagesYear,
  readBy,
  teacherNamed,
  TEACHERS_BY_CLASSES,
  yearBefore,
  type TeacherName,
} from '../school/pages-school.ts';

const PAGES = [
  'today',
  'class hour',
  'absences',
  'week',
  'topics',
  'to do',
  'class grades',
  'class matrix',
  'pupil grades',
  'proposals',
  'grade forms',
] as const satisfies readonly (PageName | GradeViewName)[];
/** Pages that show what there is in all classes of the teacher: with ten they show more, and are held to the bare queries of the ten. */
const OF_ALL_CLASSES: ReadonlySet<string> = new Set<(typeof PAGES)[number]>(['today', 'week', 'to do']);
const OPENED = [
  'today',
  'class hour',
  'absences',
  'pupils',
  'week',
  'topics',
  'class grades',
  'proposals',
] as const satisfies readonly OpenedPage[];
const OPENINGS = 120;
/** Each on a register that is opened anew. */
const GRADE_OPENINGS = 2;
/** How much longer than its query a page may take until it is painted. */
const PAINTING = 150;
const APP = { openings: 30, marks: 28, restSeconds: 60 };
/** What is felt as at once. */
const AT_ONCE = 100;
const QUICK = { days: 60, openings: 12, app: { openings: 4, marks: 8, restSeconds: 5 } };
/** What "the same" allows where single values are a few milliseconds. */
const SAME = { ratio: 1.5, text: 'pages: the same (≤ 1.5 ×)' };
const BOUND_OF_HOURS = 100;

const figures: readonly FigurePlan[] = [
  ...PAGES.flatMap((page): readonly FigurePlan[] => {
    const common = { measure: page, unit: 'ms', better: 'less' } as const;
    return [
      {
        ...common,
        name: `${page}, query, p50`,
        peer: 'bare',
        peerName: 'its bare queries',
        target: { ratio: 1.5, text: 'pages: ≤ 1.5 × the bare query' },
      },
      {
        ...common,
        name: `${page}, of ten classes`,
        measure: `${page}: classes`,
        ...(OF_ALL_CLASSES.has(page)
          ? {
              peer: 'bare',
              peerName: 'its bare queries of ten',
              target: { ratio: 1.5, text: 'pages: ≤ 1.5 × the bare query' },
            }
          : { peer: 'one', peerName: 'one class', target: SAME }),
      },
      {
        ...common,
        name: `${page}, after two years`,
        measure: `${page}: years`,
        peer: 'oneYear',
        peerName: 'one year',
        target: SAME,
      },
    ];
  }),
  {
    name: 'hours of a class of 30 over a year',
    measure: 'hours of a class',
    unit: 'ms',
    better: 'less',
    peer: 'bound',
    peerName: 'the bound of 100 ms',
    target: { ratio: 1, text: 'pages: ≤ 100 ms' },
  },
  ...OPENED.flatMap((page): readonly FigurePlan[] => {
    const common = { unit: 'ms', better: 'less', peer: 'allowed', peerName: 'its query + 150 ms' } as const;
    return [
      {
        ...common,
        name: `${page}, opened to painted, p50`,
        measure: `${page}: painted`,
        target: { ratio: 1, text: 'pages: ≤ query + 150 ms' },
      },
      { ...common, name: `${page}, processor time of it, p50`, measure: `${page}: processor` },
      {
        ...common,
        name: `${page}, opened to painted, p50`,
        measure: `${page}: still`,
        peer: 'still',
        peerName: 'its HTML, ready',
      },
    ];
  }),
  {
    name: 'a mark, key to painted, p50',
    measure: 'mark',
    unit: 'ms',
    better: 'less',
    peer: 'bound',
    peerName: 'what is felt as at once',
    target: { ratio: 1, text: 'pages: ≤ 100 ms' },
  },
  {
    name: 'a mark, key to painted, p50',
    measure: 'still mark',
    unit: 'ms',
    better: 'less',
    peer: 'still',
    peerName: 'its row’s HTML, ready',
  },
  {
    name: 'memory at rest, resident',
    measure: 'resident',
    unit: 'MB',
    better: 'less',
    peer: 'empty',
    peerName: 'an empty page in the same Electron',
    target: { ratio: 1.8, text: 'pages: ≤ 1.8 × an empty page' },
  },
  {
    name: 'memory at rest, proportional',
    measure: 'proportional',
    unit: 'MB',
    better: 'less',
    peer: 'empty',
    peerName: 'an empty page in the same Electron',
  },
];

/** What the pages of a teacher ask of a device that holds a year: one class, six or ten, in a school of one year or of two. */
export const pages: Suite = {
  name: 'pages',
  title: 'the pages of a teacher with a year on the device, in Chromium and in Electron',
  figures,
  async start({ quick }) {
    const folder = await temporaryFolder('pages');
    const school = pagesSchool();
    const days = quick ? school.days.slice(-QUICK.days) : school.days;
    const names = Object.keys(TEACHERS_BY_CLASSES) as TeacherName[];
    const roster = pagesRoster(school);
    const yearOf = (name: TeacherName) => pagesYear({ ...school, days }, name);
    const [oneYear, twoYears] = [path.join(folder.path, 'one-year'), path.join(folder.path, 'two-years')];
    for (const each of [oneYear, twoYears]) await mkdir(each);
    await seedServer(oneYear, school, names.flatMap(yearOf), roster);
    const before = yearBefore([...roster, ...yearOf('six')]);
    await seedServer(twoYears, school, [...before, ...yearOf('six')], roster);
    const entry = new URL('../product/our-server.ts', import.meta.url);
    const servers = {
      oneYear: await startChildServer(entry, [oneYear]),
      twoYears: await startChildServer(entry, [twoYears]),
    };
    const host = await startBenchHost(folder.path);
    const openings = quick ? QUICK.openings : OPENINGS;
    const appScale = quick ? QUICK.app : APP;
    const desktop = await openDesktop();
    let opened = 0;

    const measured = async (name: TeacherName, round: number, server: ChildServer): Promise<Round> => {
      const teacher = teacherNamed(school, name);
      const all = [...roster, ...yearOf(name), ...(server === servers.twoYears ? before : [])];
      const documents = readBy(school, name, all);
      host.setUpstream({ url: server.url, token: await signIn(server.url, teacher) });
      // A profile of its own: no device has a neighbour that warms it.
      const page = await openBenchPage(host.url, folder.path, opened);
      opened += 1;
      try {
        return await page.run('measurePages', {
          round,
          teacher: name,
          documents,
          openings,
          gradeOpenings: quick ? 1 : GRADE_OPENINGS,
        });
      } finally {
        await page.close();
      }
    };
    const inTheApp = async (number: number) => {
      const own = path.join(folder.path, `app-${number}`);
      await mkdir(own);
      const teacher = teacherNamed(school, 'six');
      const documents = readBy(school, 'six', [...roster, ...yearOf('six')]);
      const of = { school, teacher, server: servers.oneYear.url, documents };
      const app = await measureTeacherApp(of, own, appScale);
      const empty = await emptyAppMemory(desktop.executable, path.join(own, 'empty'), appScale.restSeconds);
      return { app, empty };
    };
    return {
      async round(number) {
        const six = await measured('six', number, servers.oneYear);
        const one = await measured('one', number, servers.oneYear);
        const ten = await measured('ten', number, servers.oneYear);
        const both = await measured('six', number, servers.twoYears);
        const { app, empty } = await inTheApp(number);
        const ours = (round: Round, measure: string) => round[measure]?.['ours'] ?? Number.NaN;
        return {
          ...six,
          ...Object.fromEntries(
            PAGES.flatMap((page) => [
              [
                `${page}: classes`,
                {
                  ours: ours(ten, page),
                  one: ours(one, page),
                  bare: ten[page]?.['bare'] ?? Number.NaN,
                },
              ],
              [`${page}: years`, { ours: ours(both, page), oneYear: ours(six, page) }],
            ]),
          ),
          'hours of a class': { ours: ours(six, 'hours of a class'), bound: BOUND_OF_HOURS },
          ...Object.fromEntries(
            OPENED.flatMap((page) => {
              const allowed = (page === 'pupils' ? 0 : ours(six, page)) + PAINTING;
              const { milliseconds, processor, still } = app.painted[page];
              return [
                [`${page}: painted`, { ours: milliseconds, allowed }],
                [`${page}: processor`, { ours: processor, allowed }],
                [`${page}: still`, { ours: milliseconds, still }],
              ];
            }),
          ),
          mark: { ours: app.mark.milliseconds, bound: AT_ONCE },
          'still mark': { ours: app.mark.milliseconds, still: app.mark.still },
          resident: { ours: app.memory.resident, empty: empty.resident },
          proportional: { ours: app.memory.proportional, empty: empty.proportional },
        };
      },
      async close() {
        await host.close();
        await servers.oneYear.stop();
        await servers.twoYears.stop();
        await desktop.close();
        await folder.remove();
      },
    };
  },
};
