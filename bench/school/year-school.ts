import { createBenchSchool, type BenchSchool } from './bench-school.ts';

const CLASSES = 24;
const OWN = [0, 1, 2, 3, 4, 5];

/** A school of 24 classes; the first teacher has six of them, and a year in each. */
export function yearSchool(): BenchSchool {
  const others = Array.from({ length: CLASSES - OWN.length }, (_, index) => OWN.length + index);
  const colleagues = others.flatMap((number) => [[number], [number, (number + 1) % CLASSES]]);
  return createBenchSchool({ classes: CLASSES, pupilsPerClass: 28, teachers: [OWN, ...colleagues] });
}
