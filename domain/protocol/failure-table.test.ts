import { expect, test } from 'vitest';
import { FAILURES, failureRow, NO_ANSWER, type FailureKind } from './failure-table.ts';

const kinds = Object.keys(FAILURES) as FailureKind[];
const rows = [...kinds.map((kind) => [kind, failureRow(kind)] as const), ['unreachable', NO_ANSWER] as const];

test.each(rows)('%s either says something about who asks, or the device helps itself', (_kind, row) => {
  expect(row.helpsItself && (row.endsSession || row.isWrongSecret)).toBe(false);
});

test.each(rows)('%s is told as out of reach only where the device helps itself', (_kind, row) => {
  const told = [row.signIn, row.journey, row.act, row.page];
  expect(told.includes('serverUnreachable')).toBe(row.helpsItself);
});

test('a server that is there is told as out of reach nowhere, but for a journey that can wait for it', () => {
  const { signIn, act, page, journey } = FAILURES.internal;
  expect([signIn, act, page, journey]).toEqual(['internal', 'internal', 'internal', 'serverUnreachable']);
});

test('what says something of the rows has a status of its own, so that no gateway can say it', () => {
  const ofRows = kinds.filter((kind) => FAILURES[kind].ofRows !== null);
  expect(ofRows).toEqual(['badRequest', 'tooLarge', 'internal']);
  for (const kind of ofRows)
    expect(kinds.filter((other) => FAILURES[other].status === FAILURES[kind].status)).toEqual([kind]);
});
