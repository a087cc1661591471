import { stripVTControlCharacters } from 'node:util';

/** A test that failed: its name with the names around it, and what it said. */
export interface Failure {
  readonly name: string;
  readonly message: string;
}

/** What is read of a vitest report. */
export interface UnitReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

/** What is read of a Playwright report to name its failures. */
export interface EndToEndFailures {
  readonly suites: readonly Suite[];
  readonly errors: readonly { readonly message?: string }[];
}

interface Suite {
  readonly title: string;
  readonly suites?: readonly Suite[];
  readonly specs: readonly {
    readonly title: string;
    readonly tests: readonly {
      readonly status: string;
      readonly results: readonly { readonly errors: readonly { readonly message?: string }[] }[];
    }[];
  }[];
}

/** A message longer than this many lines is cut in the list: the run has said it in full where it happened. */
const LINES = 25;

/** The unit tests that failed, and the files that could not be loaded. */
export function failuresOfUnitReport({ testResults }: UnitReport): readonly Failure[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    if (status === 'failed' && assertionResults.length === 0) return [{ name, message }];
    return assertionResults
      .filter((each) => each.status === 'failed')
      .map((each) => ({
        name: `${name} › ${each.fullName}`,
        message: (each.failureMessages ?? []).join('\n'),
      }));
  });
}

/** The end-to-end tests that did not go as they should, and what broke outside them. */
export function failuresOfEndToEndReport({ suites, errors }: EndToEndFailures): readonly Failure[] {
  return [
    ...suites.flatMap((suite) => failuresOfSuite(suite, [])),
    ...errors.map(({ message }) => ({ name: 'outside the tests', message: message ?? '' })),
  ];
}

function failuresOfSuite({ title, suites = [], specs }: Suite, around: readonly string[]): Failure[] {
  const path = [...around, title];
  const own = specs.flatMap((spec) =>
    spec.tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) => ({
        name: [...path, spec.title].join(' › '),
        message: results.flatMap(({ errors }) => errors.map(({ message }) => message ?? '')).join('\n'),
      })),
  );
  return [...own, ...suites.flatMap((suite) => failuresOfSuite(suite, path))];
}

/** The failures as the end of a run lists them; empty where nothing failed. */
export function listOfFailures(failures: readonly Failure[]): string {
  return failures.map(({ name, message }) => `\nFAILED ${name}\n${shortened(message)}`).join('\n');
}

function shortened(message: string): string {
  const lines = stripVTControlCharacters(message).split('\n');
  const shown = lines.slice(0, LINES).map((line) => `  ${line}`);
  return (lines.length > LINES ? [...shown, '  …'] : shown).join('\n');
}
