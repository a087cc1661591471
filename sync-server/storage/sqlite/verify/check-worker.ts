import { parentPort, workerData } from 'node:worker_threads';
import type { CheckOptions } from '../../contract/database-report.ts';
import { checkDatabase } from './check-database.ts';

// Given by check-in-thread.ts alone.
const { file, options } = workerData as { readonly file: string; readonly options: CheckOptions };
parentPort?.postMessage(checkDatabase(file, options), []);
