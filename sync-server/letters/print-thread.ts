import { parentPort, workerData } from 'node:worker_threads';
import { must } from '../../domain/base/assert.ts';
import { drawPages, type PrintJob } from './draw-pages.ts';

// The printer, which starts this thread, gives it a job and nothing else.
const bytes = new Uint8Array(await drawPages(workerData as PrintJob));
must(parentPort, 'drawn in a thread of its own').postMessage(bytes, [bytes.buffer]);
