import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { allKinds } from '../domain/kinds/registry.ts';
import { OPERATIONS } from '../domain/protocol/endpoints/office/operations.ts';
import { BRIDGE_VERBS } from '../domain/protocol/bridge/surface.ts';
import { endpoints } from '../domain/protocol/registry.ts';
import { root } from './system/paths.ts';

/**
 * The recipes of CONTRIBUTING.md, counted over all that was made by them: which files, outside of its own folder, know that a kind, an
 * endpoint, an act, a verb or a page is there. What a page shows of it, and what a test says of it, is no part of the recipe; the access matrix asks for its row itself.
 */

/** Every source file of the product, without its tests, by path from the root. */
const sources = new Map<string, string>();

beforeAll(async () => {
  for await (const file of glob('{domain,main,renderer,sync-server}/**/*.{ts,tsx}', { cwd: root })) {
    const name = file.replaceAll(path.sep, '/');
    if (!/\.test\.tsx?$|\/testing\/|\/attacks\//.test(name))
      sources.set(name, await readFile(path.join(root, file), 'utf8'));
  }
  if (sources.size < 500) throw new Error('the sources were not found: nothing would be counted');
});

describe('a kind of record', () => {
  it.each(allKinds.map(({ kind }) => [kind, folderOf(kind)] as const))(
    '%s is registered once for the domain, once for its words, once for what the server does of its own',
    (kind, folder) => {
      expect(importersOf(`domain/kinds/${folder}/kind.ts`)).toEqual(['domain/kinds/registry.ts']);
      for (const [file, registry] of [
        [`renderer/kinds/${folder}/words.ts`, 'renderer/kinds/registry.ts'],
        [`sync-server/kinds/${folder}/effects.ts`, 'sync-server/kinds/registry.ts'],
      ] as const)
        expect(importersOf(file), file).toEqual(sources.has(file) ? [registry] : []);
      const line = new RegExp(`^ {2}(?:${kind}|'${kind}'): \\w+,$`, 'gm');
      expect(sources.get('domain/kinds/registry.ts')?.match(line)).toHaveLength(1);
    },
  );

  it('is written by the commands in its folder, and by nothing else of the pages', () => {
    const running = filesWith(/\bregister\.run\b|\{[^}]*\brun\b[^}]*\}(?: = register\b|: Pick<Register)/);
    expect(running.length).toBeGreaterThan(2);
    for (const file of running) expect(file).toMatch(COMMANDS);
  });

  it('is given to be written to its commands, and to acts of several of them', () => {
    const given = filesWith(/Pick<\s*Register,[^>]*'run'/);
    const acts = filesWith(/\boneAct\(/);
    for (const file of given) if (!COMMANDS.test(file)) expect(acts).toContain(file);
    const ofPages = acts.filter((file) => file.startsWith('renderer/features/'));
    expect(ofPages.length).toBeGreaterThan(1);
    // What an act asks of the register is said in its type: one that takes all of it could do anything.
    for (const file of ofPages) expect(sources.get(file), file).not.toMatch(/\bregister: Register\b/);
  });

  it('is written with others by one act: no page waits for commands in a loop, but where each is true by itself', () => {
    const commands = [...sources].flatMap(([file, text]) =>
      COMMANDS.test(file)
        ? [...text.matchAll(/^export (?:async )?function (\w+)/gm)].map(([, name = '']) => name)
        : [],
    );
    expect(commands.length).toBeGreaterThan(10);
    const waiting = new RegExp(`\\bawait (?:${commands.join('|')})\\(`);
    const looping = [...sources].filter(
      ([file, text]) =>
        /^renderer\/(?:features|hosts)\//.test(file) &&
        (text.match(/^( *)(?:for|while) \((?:(?!^\1\S)[^])*/gm) ?? []).some((loop) => waiting.test(loop)),
    );
    // Each mark is a step of its own that an undo takes back.
    expect(looping.map(([file]) => file)).toEqual([
      'renderer/features/class-hour/proposals/mark-proposed.ts',
    ]);
  });

  const COMMANDS = /^renderer\/kinds\/[^/]+\/commands\.ts$/;
});

describe('the register', () => {
  it('has four parts, the time, and which year that is over it shows: no kind and no page adds one', () => {
    const [, members = ''] =
      /^export interface Register \{\n([^}]*)^\}/m.exec(sources.get('renderer/data/register.ts') ?? '') ?? [];
    const names = [...members.matchAll(/^ {2}(?:readonly )?(\w+)/gm)].map(([, name]) => name);
    expect(names).toEqual(['identity', 'pastYear', 'now', 'records', 'run', 'status']);
  });
});

describe('an endpoint', () => {
  const names = Object.keys(endpoints).map((id) => id.split('.')[1] ?? '');

  it.each(names.map((name) => [name]))('%s is one constant, and one handler serves it', (name) => {
    const served = filesWith(servingOf(name));
    expect(served).toHaveLength(1);
    expect(served[0]).toMatch(/^sync-server\//);
    const defined = filesWith(new RegExp(`^export const ${name} = \\{`, 'm'));
    expect(defined.filter((file) => file.startsWith('domain/protocol/endpoints/'))).toHaveLength(1);
  });

  it('is in the registry, whichever file defines it', () => {
    const defined = [...sources].flatMap(([file, text]) =>
      [
        ...text.matchAll(
          /^export const (\w+) = \{(?:(?!^\};?$)[^])*?^\} (?:as const )?satisfies (?:Act)?Endpoint;/gm,
        ),
      ].map(([, name = '']) => `${areaOf(file)}.${name}`),
    );
    expect(defined.toSorted()).toEqual(Object.keys(endpoints).toSorted());
    const satisfying = [...sources.values()].flatMap(
      (text) => text.match(/satisfies (?:Act)?Endpoint\b/g) ?? [],
    );
    expect(satisfying).toHaveLength(defined.length);
  });

  it('has its path in its constant alone', () => {
    for (const [file, text] of sources) {
      if (file.startsWith('domain/protocol/endpoints/')) continue;
      const code = text.replaceAll(/^\s*(?:\/\*\*?|\*|\/\/).*$/gm, '');
      expect(addressIn(code), `${file} names a path`).toBeUndefined();
    }
  });
});

it.each([
  "fetch('/api/account')",
  "new URL('api/account', origin)",
  'fetch(`${origin}/api/account`)',
  "fetch('https://scuola.example.it/session/sign-in')",
  "fetch('/api/' + name)",
])('a path is known as one: %s', (code) => {
  expect(addressIn(code)).toBeDefined();
  expect(addressIn("path.startsWith('/api/'); import { a } from '../session/a.ts';")).toBeUndefined();
});

describe('an act of the office', () => {
  const acts = Object.entries(endpoints).flatMap(([id, { notes }]) =>
    notes ? [[id.split('.')[1] ?? '', notes] as const] : [],
  );

  it.each(acts)('%s is an endpoint, what is done, its line in the list, words and buttons', (name, notes) => {
    const knowing = filesWith(new RegExp(`\\b${name}\\b`)).filter((file) => !file.startsWith('renderer/'));
    const made = filesWith(new RegExp(`^export const ${name} = define(?:Prepared)?Act\\(`, 'm'));
    expect(made).toEqual([expect.stringMatching(/^sync-server\/office\//)]);
    const domain = knowing.filter((file) => file.startsWith('domain/'));
    expect(domain).toEqual([expect.stringMatching(/-endpoints\.ts$/)]);
    expect(knowing.toSorted()).toEqual([...domain, ...made, 'sync-server/office/acts.ts'].toSorted());
    const asking = filesWith(new RegExp(`\\b${name}\\b[^']*from '[^']*/domain/protocol/endpoints/`));
    expect(asking.filter((file) => file.startsWith('renderer/features/'))).not.toEqual([]);
    expect(asking.filter((file) => !/^(domain|sync-server|renderer\/features)\//.test(file))).toEqual([]);
    for (const operation of notes) expect(wordsOf(operation)).toHaveLength(1);
  });

  it('has words for nothing but what is noted', () => {
    const words = sources.get(OPERATION_WORDS)?.match(/^ {2}\w+: \{/gm);
    expect(words).toHaveLength(OPERATIONS.length);
  });

  const OPERATION_WORDS = 'renderer/features/office-accounts/events/operation-words.ts';
  const wordsOf = (operation: string) =>
    sources
      .get(OPERATION_WORDS)
      ?.match(new RegExp(`^ {2}${operation}: \\{\\s*it: '[^']+',\\s*en: '[^']+',?\\s*\\},$`, 'gm'));
});

describe('a verb of the bridge', () => {
  it.each(BRIDGE_VERBS.map((name) => [name]))('%s is one constant, and one line carries it out', (name) => {
    const said = filesWith(new RegExp(`^ +'?${name}'?: (?:verb|upTo)\\(`, 'm'));
    expect(said).toEqual([expect.stringMatching(/^domain\/protocol\/bridge\/verbs\/\w+-verbs\.ts$/)]);
    const named = filesWith(new RegExp(`^ +'?${name}'?(?:: [^?:;]*)?,?$`, 'm'));
    const tables = named.filter((file) =>
      /^(domain\/protocol\/bridge|main\/bridge|main\/preload)/.test(file),
    );
    expect(tables.filter((file) => ![...said, 'main/bridge/verbs.ts'].includes(file))).toEqual([]);
  });
});

describe('a page', () => {
  it('is one folder and one line in the list of pages', () => {
    const manifests = [...sources.keys()].filter((file) => /^renderer\/features\/.*\/page\.tsx$/.test(file));
    expect(manifests.length).toBeGreaterThan(5);
    for (const manifest of manifests) {
      const folder = path.posix.dirname(manifest);
      expect(importersOf(manifest)).toEqual(['renderer/app/pages/page-list.ts']);
      expect(sources.has(`${folder}/screens.ts`), `${folder} has screens`).toBe(true);
      expect(importersOf(`${folder}/screens.ts`)).toEqual([]);
      const outside = [...sources].filter(
        ([file, text]) =>
          !file.startsWith('renderer/features/') && text.includes(`${folder.slice('renderer/'.length)}/`),
      );
      expect(outside.map(([file]) => file)).toEqual(['renderer/app/pages/page-list.ts']);
    }
  });

  it('asks the records by its own view, or by one that it shares', () => {
    const asking = filesWith(/Pick<Register, 'records'|\brecords\.(?:find|facts\$)/);
    const ofPages = asking.filter((file) => /^renderer\/(?!data\/)/.test(file));
    expect(ofPages.length).toBeGreaterThan(4);
    for (const file of ofPages)
      expect(file).toMatch(
        // A command looks at what stands before it writes, and a grade is told by its column.
        /^renderer\/(?:views\/(?:[^/]+\/)?[^/]+|kinds\/[^/]+\/commands|kinds\/assessed\/told-columns|features\/[^/]+\/view(?:\/[^/]+)?|app\/[^/]+\/[^/]+)\.ts$/,
      );
  });

  it('has its view to itself, and what is shared is asked in more than one place', () => {
    for (const file of sources.keys()) {
      const [, page] = /^renderer\/features\/([^/]+)\/view[./]/.exec(file) ?? [];
      if (page !== undefined)
        for (const importer of importersOf(file)) expect(placeOf(importer)).toBe(`features/${page}`);
      if (!file.startsWith('renderer/views/')) continue;
      const places = new Set(importersOf(file).map(placeOf));
      // What shared views alone ask is a part of them.
      const isPart = places.has('views');
      expect(isPart || places.size > 1, `${file} is asked in ${[...places].join(', ')}`).toBe(true);
    }
  });

  it('follows a view by the one hook', () => {
    // The grid follows the store of its own cells, of which each row hears only its own: no view of the register.
    const following = filesWith(/\.subscribe\(/).filter(
      (file) =>
        /^renderer\/(?:features|hosts|kinds|ui|views)\//.test(file) && !file.startsWith('renderer/ui/grid/'),
    );
    expect(following).toEqual(['renderer/ui/use-view.ts']);
  });
});

/** The source files with an import of one. */
function importersOf(target: string): readonly string[] {
  return [...sources]
    .filter(([file, text]) =>
      [...text.matchAll(/from '(\.{1,2}\/[^']+)'/g)].some(
        ([, to = '']) => path.posix.join(path.posix.dirname(file), to) === target,
      ),
    )
    .map(([file]) => file);
}

function filesWith(pattern: RegExp): readonly string[] {
  return [...sources].filter(([, text]) => pattern.test(text)).map(([file]) => file);
}

/** What a text says of the path of an endpoint, from the root, after an origin, or put together. */
function addressIn(code: string): string | undefined {
  const roots = [...new Set(Object.values(endpoints).map((endpoint) => endpoint.path.split('/')[1]))].join(
    '|',
  );
  const said = new RegExp(`['"\`}](?:https?://[^'"\`/]+)?/?(?:${roots})/(?:[^'"\`]+|['"\`]\\s*\\+)`);
  return said.exec(code)?.[0];
}

/** Where an endpoint is served: by its route, or as an act by the route of all acts. */
function servingOf(name: string): RegExp {
  return new RegExp(`\\b(?:serve|routeOf|define(?:Prepared)?Act)\\(\\s*(?:\\w+\\.)?${name}\\b`);
}

/** A page, a part of the frame, or the views that are shared. */
function placeOf(file: string): string | undefined {
  return /^renderer\/((?:features|app)\/[^/]+|views)\//.exec(file)?.[1];
}

/** The area of an endpoint is the folder of its constant; outside of the areas it has none. */
function areaOf(file: string): string {
  const area = /^domain\/protocol\/endpoints\/([^/]+)\/\1-endpoints\.ts$/.exec(file)?.[1] ?? file;
  return area.replaceAll(/-([a-z])/g, (_all, letter: string) => letter.toUpperCase());
}

/** The folder of a kind is named after it, in kebab-case. */
function folderOf(kind: string): string {
  return kind.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
