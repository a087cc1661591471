import { parseArgs } from 'node:util';

/** What was asked on the command line. */
export interface BenchOptions {
  readonly json: boolean;
  readonly quick: boolean;
  readonly runs: number;
  /** Names of the suites to run; empty for all. */
  readonly only: readonly string[];
}

const DEFAULT_RUNS = 5;

/** Reads `[--json] [--quick] [--runs N] [--only NAME…]`. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      runs: { type: 'string' },
      only: { type: 'string', multiple: true, default: [] },
    },
  });
  const runs = Number(values.runs ?? (values.quick ? 1 : DEFAULT_RUNS));
  if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs takes a whole number from 1');
  return { json: values.json, quick: values.quick, runs, only: [...values.only, ...positionals] };
}
