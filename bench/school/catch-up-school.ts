import { createBenchSchool, type BenchClass, type BenchSchool, type BenchTeacher } from './bench-school.ts';

/** Who catches up: each has classes of its own, so that nobody meets what another has pushed. */
export const CATCH_UP_CLASSES = {
  ours: [0],
  stock: [1],
  plain: [2],
  oursBulk: [3, 4],
  stockBulk: [5, 6],
} as const;

/** Name of one way to catch up. */
export type CatchUpContestant = keyof typeof CATCH_UP_CLASSES;

/** A small school with one teacher who has all classes. */
export function catchUpSchool(): BenchSchool {
  const classes = Object.values(CATCH_UP_CLASSES).flat();
  return createBenchSchool({ classes: classes.length, pupilsPerClass: 30, teachers: [classes] });
}

/** The teacher, and the classes that a contestant writes. */
export function catchUpPart(
  school: BenchSchool,
  contestant: CatchUpContestant,
): { readonly teacher: BenchTeacher; readonly classes: readonly BenchClass[] } {
  const [teacher] = school.teachers;
  if (!teacher) throw new Error('No teacher');
  const numbers: readonly number[] = CATCH_UP_CLASSES[contestant];
  return { teacher, classes: school.classes.filter(({ number }) => numbers.includes(number)) };
}
