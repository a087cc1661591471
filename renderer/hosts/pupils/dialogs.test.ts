import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const FEATURES = path.join(import.meta.dirname, '../../features');
/** Where teachers see pupils; what office and families have is never on the wall of a class. */
const OF_CLASSES = [
  'class-absences',
  'class-grades',
  'class-hour',
  'class-matrix',
  'class-page',
  'class-pupils',
  'class-topics',
  'evacuation',
  'grade-forms',
  'out-of-class',
  'permits',
  'proposals',
  'pupil-card',
  'pupil-grades',
  'rolls-not-taken',
  'to-do',
  'today',
  'week',
];
/** Dialogs there that say nothing of any pupil. */
const OF_NOBODY = [
  'class-hour/away/movement-dialog.tsx',
  'class-hour/joined/join-dialog.tsx',
  'class-hour/lesson/two-places-question.tsx',
  'class-topics/import-dialog.tsx',
  'class-topics/syllabus-panel.tsx',
  'today/hours/open-class-dialog.tsx',
  'week/copy/copy-dialog.tsx',
];

it('every dialog of the pages of a class hides on the projector what it says of pupils', () => {
  const files = globSync(`{${OF_CLASSES.join(',')}}/**/*.tsx`, { cwd: FEATURES }).map((file) =>
    file.split(path.sep).join('/'),
  );
  const plain = files.filter((file) =>
    /<Modal\b|\bmodals\.open|<FormDialog(?!\s+frame=)/.test(readFileSync(path.join(FEATURES, file), 'utf8')),
  );
  expect(plain.toSorted()).toEqual(OF_NOBODY);
});
