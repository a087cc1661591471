import { figureOf, type Figure } from './harness/figure.ts';
import { describeMachine } from './harness/machine.ts';
import { readOptions } from './harness/options.ts';
import { reportTable, type Report } from './harness/report.ts';
import { runSuite } from './harness/run-suite.ts';
import { suites } from './suites/suites.ts';

const options = readOptions(process.argv.slice(2));
const unknown = options.only.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  console.error(`No such benchmark: ${unknown.join(', ')}. There are: ${suites.map(nameOf).join(', ')}`);
  process.exit(2);
}

// The browser's launcher would close the browser on this signal, and the suites would go on without one.
process.once('SIGTERM', () => process.exit(143));

const machine = describeMachine();
const figures: Figure[] = [];
let failed = false;
for (const suite of suites) {
  if (options.only.length > 0 && !options.only.includes(suite.name)) continue;
  try {
    const rounds = await runSuite(suite, options);
    figures.push(...suite.figures.map((plan) => figureOf(plan, rounds)));
  } catch (error) {
    failed = true;
    console.error(`${suite.name} did not run to its end:`, error);
  }
}

const report: Report = { machine, runs: options.runs, quick: options.quick, figures };
console.log(options.json ? JSON.stringify(report) : `\n${reportTable(figures)}\n`);
process.exit(failed ? 1 : 0);

function nameOf(suite: { readonly name: string }): string {
  return suite.name;
}
