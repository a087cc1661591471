import { createBenchSchool, type BenchSchool } from '../school/bench-school.ts';

/** Teachers of the school that the servers are loaded with: two who push much, one to warm up, and those who save at once. */
export const PUSHERS = { batch100: 0, batch1000: 1, warmUp: 2 } as const;
/** How many devices save at the same time. */
export const SAVERS = 16;
/** The number of the first teacher who saves. */
export const FIRST_SAVER = 3;

const CLASSES_OF_A_PUSHER = 5;

/** The school of the server benchmarks: 20,000 pupil days for each of the two who push, one class for each who saves. */
export function serverSchool(): BenchSchool {
  const own = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);
  const teachers = [
    own(0, CLASSES_OF_A_PUSHER),
    own(CLASSES_OF_A_PUSHER, CLASSES_OF_A_PUSHER),
    own(2 * CLASSES_OF_A_PUSHER, 1),
    ...own(2 * CLASSES_OF_A_PUSHER + 1, SAVERS).map((number) => [number]),
  ];
  return createBenchSchool({ classes: teachers.flat().length, pupilsPerClass: 30, teachers });
}
