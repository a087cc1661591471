import type { SchoolId } from '../../domain/base/ids.ts';
import type { ChainReport, CheckOptions, DatabaseReport } from './contract/database-report.ts';
import { databaseFile } from '../base/data-folder.ts';
import { checkChains } from './sqlite/verify/check-chain.ts';
import { checkInThread } from './sqlite/verify/check-in-thread.ts';

/** Looks through the database of a data folder beside a running server; stops early when `signal` says so. */
export async function checkData(
  dataFolder: string,
  options: CheckOptions,
  signal: AbortSignal,
): Promise<DatabaseReport> {
  return await checkInThread(databaseFile(dataFolder), options, signal);
}

/** Checks every link of each school's history in a data folder, or of one school's; undefined where there is no such school. */
export function checkHistory(dataFolder: string, school?: SchoolId): readonly ChainReport[] | undefined {
  return checkChains(databaseFile(dataFolder), school);
}
