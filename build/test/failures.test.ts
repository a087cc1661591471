import { expect, test } from 'vitest';
import { failuresOfEndToEndReport, failuresOfUnitReport, listOfFailures } from './failures.ts';

test('names the unit tests that failed, with their file and what they said', () => {
  const testResults = [
    {
      name: 'a.test.ts',
      status: 'failed',
      message: '',
      assertionResults: [
        { status: 'passed', fullName: 'adds' },
        { status: 'failed', fullName: 'divides', failureMessages: ['expected 1 to be 2'] },
      ],
    },
  ];
  expect(failuresOfUnitReport({ testResults })).toEqual([
    { name: 'a.test.ts › divides', message: 'expected 1 to be 2' },
  ]);
});

test('names the end-to-end tests that failed, however deep they are described', () => {
  const spec = (title: string, status: string, message: string) => ({
    title,
    tests: [{ status, results: [{ errors: [{ message }] }] }],
  });
  const suites = [
    {
      title: 'week.spec.ts',
      specs: [spec('opens', 'expected', '')],
      suites: [{ title: 'copies', specs: [spec('from a class', 'unexpected', 'no cell')] }],
    },
  ];
  expect(failuresOfEndToEndReport({ suites, errors: [{ message: 'no browser' }] })).toEqual([
    { name: 'week.spec.ts › copies › from a class', message: 'no cell' },
    { name: 'outside the tests', message: 'no browser' },
  ]);
});

test('lists them without the colours of a terminal, and cuts what is long', () => {
  const message = [
    '\u001B[31mexpected\u001B[39m',
    ...Array.from({ length: 40 }, (_, index) => `line ${index}`),
  ];
  const lines = listOfFailures([{ name: 'a', message: message.join('\n') }]).split('\n');
  expect(lines.slice(0, 3)).toEqual(['', 'FAILED a', '  expected']);
  expect(lines.at(-1)).toBe('  …');
});
