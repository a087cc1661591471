import { combineLatest, filter, firstValueFrom } from 'rxjs';
import type { RecordKind } from '../../domain/kinds/registry.ts';
import type { Criteria } from '../../renderer/data/live-queries.ts';
import type { Register, RegisterRecords } from '../../renderer/data/register.ts';
import { median } from '../harness/statistics.ts';
import { inTurns, type Round } from '../harness/suite.ts';
import type { OpenRegister } from '../product/our-register.ts';
import { GRADE_VIEWS, type GradePlace, type GradeViewName } from './grade-views.ts';

/** How the views of the gradebook are opened on a device. */
interface GradeOpenings {
  readonly round: number;
  readonly place: GradePlace;
  /** How often each is. */
  readonly openings: number;
  /** Whether their bare queries are measured beside. */
  readonly isBare: boolean;
}

type Asked = readonly [RecordKind, Criteria];

/**
 * Measures the views of the gradebook of one large course, each on a register that was just opened: there is one such course on a device, and what was
 * read of it once is answered from memory. The bare queries are all that the view has asked when it was opened before, those that follow from others too.
 */
export async function measureGradeViews(
  filled: OpenRegister,
  { round: number, place, openings, isBare }: GradeOpenings,
): Promise<{ readonly round: Round; readonly device: OpenRegister }> {
  const round: Record<string, Record<string, number>> = {};
  let device = filled;
  const anew = async (): Promise<Register> => {
    device = await device.startAgain();
    await firstValueFrom(device.register.records.facts$);
    return device.register;
  };
  for (const name of Object.keys(GRADE_VIEWS) as GradeViewName[]) {
    const asked: Asked[] = [];
    // Once for what it asks, and so that neither comes first to what is on the disk.
    if (isBare) await opened(name, listening(await anew(), asked), place);
    const measures = {
      ours: (register: Register) => opened(name, register, place),
      bare: (register: Register) => answered(register, asked),
    };
    const times = { ours: [] as number[], bare: [] as number[] };
    for (let opening = 0; opening < openings; opening += 1)
      for (const who of inTurns(
        isBare ? (['ours', 'bare'] as const) : (['ours'] as const),
        opening + number,
      )) {
        const register = await anew();
        const started = performance.now();
        await measures[who](register);
        times[who].push(performance.now() - started);
      }
    round[name] = { ours: median(times.ours), bare: median(times.bare) };
  }
  return { round, device };
}

async function opened(name: GradeViewName, register: Register, place: GradePlace): Promise<void> {
  const { open, isWhole } = GRADE_VIEWS[name];
  await firstValueFrom(open(register, place).pipe(filter(isWhole)));
}

/** Until every query has its answer, and nothing is made of it. */
async function answered({ records }: Register, asked: readonly Asked[]): Promise<void> {
  await firstValueFrom(
    combineLatest([records.facts$, ...asked.map(([kind, criteria]) => records.find(kind, criteria))]),
  );
}

/** The register, and a list of what is asked of it. */
function listening(register: Register, asked: Asked[]): Register {
  const { find } = register.records;
  const heard: RegisterRecords['find'] = (kind, criteria) => {
    asked.push([kind, criteria]);
    return find(kind, criteria);
  };
  return { ...register, records: { ...register.records, find: heard } };
}
