import { runNode } from '../system/run.ts';
import { Stop } from '../system/step.ts';

/** An account of the demonstration schools. */
export interface DemoAccount {
  readonly school: string;
  readonly role: string;
  readonly name: string;
  readonly username: string;
  readonly password: string;
}

/** What the loader of the demonstration schools prints for other programs. */
export interface Demo {
  readonly accounts: readonly DemoAccount[];
  /** What an installer of each school would carry, but for the server's address. */
  readonly schools: readonly Readonly<Record<string, string>>[];
}

/** Loads the demonstration schools into an empty data folder; answers the accounts to sign in with. */
export async function loadDemo(data: string): Promise<Demo> {
  const { code, output } = await runNode(['sync-server/demo/cli.ts', '--data', data, '--if-empty']);
  if (code !== 0) throw new Stop(`The demonstration schools could not be loaded:\n${output}`);
  return demoIn(output);
}

/** What stands in the last line that the loader printed. */
export function demoIn(output: string): Demo {
  const last = output
    .trim()
    .split('\n')
    .findLast((line) => line.startsWith('{'));
  if (last === undefined) return { accounts: [], schools: [] };
  // The loader is ours and prints this shape; a wrong one shows at once in the table below.
  const { accounts = [], schools = [] } = JSON.parse(last) as Partial<Demo>;
  return { accounts, schools };
}

/** A plain table of the accounts. */
export function accountTable(accounts: readonly DemoAccount[]): string {
  const rows = [
    ['School', 'Role', 'Name', 'Username', 'Password'],
    ...accounts.map(({ school, role, name, username, password }) => [school, role, name, username, password]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd())
    .join('\n');
}
