import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import { equalJson } from '../../../domain/base/canonical-json.ts';
import { fail, ok } from '../../../domain/base/result.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import type { GradeScale } from '../../../domain/grades/scales.ts';
import { kinds } from '../../../domain/kinds/registry.ts';
import type { Proposal, Proposed } from '../../../domain/kinds/proposal/record.ts';
import {
  authorizeProposal,
  isEmptyProposal,
  saidByProposal,
} from '../../../domain/kinds/proposal/write-rights.ts';
import { sampleValues } from '../../../domain/record/sample-values.ts';
import type { WriteFacts } from '../../../domain/school/write-facts.ts';
import { budgeted } from '../../../domain/testing/budget.ts';
import { sampleYear } from '../../../domain/testing/sample.ts';
import type { RegisterCommand } from '../../data/commands/run.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';
import type { Register } from '../../data/register.ts';
import { propose, type ProposalWritten } from './commands.ts';

const { class: schoolClass, subject, pupil, teacher } = sampleValues;
const of = { schoolClass, subject, period: 0, pupil };
const now = '2026-11-23T09:00:00.000Z' as Proposal['recordedAt'];
const { school, entry } = kinds.proposal.samples[0];
const actor = { person: teacher, school, roles: ['teacher'] } as unknown as Actor;

/** A device and the server behind it, each of which decides by what it knows; the office says in which scale the subject is assessed. */
function school1A() {
  const history: Proposal[] = [];
  const office: { scale: GradeScale } = { scale: 'tenths' };
  const school = () =>
    ({
      year: sampleYear,
      enrolment: 'enrolled',
      assesses: () => [subject],
      scaleOf: () => office.scale,
    }) as unknown as WriteFacts;
  const run = (command: RegisterCommand) => {
    const facts = { writeFacts: school } as unknown as SchoolFacts;
    const before = history.at(-1);
    const starting = { current: before, assumed: before ?? null };
    const version = { school: actor.school, author: teacher, entry, recordedAt: now };
    const wanted = command.change(starting, facts, version);
    if (typeof wanted === 'string') return fail({ kind: 'refused', reason: wanted });
    const next = wanted as Proposal | undefined;
    if (next) {
      const write = { actor, previous: before ?? null, next };
      const here = authorizeProposal({ ...write, facts: command.writeFacts(facts, undefined) });
      if (!here.ok) return fail({ kind: 'refused', ...here.failure });
      const hasSaid = (said: object) => history.some((one) => equalJson(saidByProposal(one), said));
      expect(authorizeProposal({ ...write, facts: { ...school(), hasSaid } }).ok).toBe(true);
      history.push(next);
    }
    return ok({ entry, recordedAt: now, before, after: next ?? before });
  };
  const register = { run, now: () => now, identity: { person: teacher } } as unknown as Register;
  return { register, office, stands: () => history.at(-1) };
}

/** What each scale can say. */
const SAID: Partial<Record<GradeScale, readonly Proposed[]>> = {
  tenths: [
    { grade: 8, origin: 'own' },
    { grade: 7, origin: 'average', average: { numerator: 7, denominator: 1 } },
  ],
  religion: [
    { level: 'good', origin: 'own' },
    { level: 'fair', origin: 'own' },
  ],
};

const said = (proposal: Proposal | undefined) =>
  proposal && !isEmptyProposal(proposal) ? saidByProposal(proposal) : undefined;

test('D27, D73: whatever is proposed, taken back and undone while the office changes the scale, each undo brings back what stood', async () => {
  const act = fc.oneof(
    fc.record({ act: fc.constant('propose' as const), which: fc.nat({ max: 1 }) }),
    fc.record({ act: fc.constantFrom('takeBack', 'undo', 'office') }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 14 }), async (acts) => {
      const { register, office, stands } = school1A();
      const ways: { readonly before: ReturnType<typeof said>; readonly undo: ProposalWritten['undo'] }[] = [];
      for (const one of acts) {
        if (one.act === 'office') office.scale = office.scale === 'tenths' ? 'religion' : 'tenths';
        else if (one.act === 'undo') {
          const way = ways.pop();
          if (!way) continue;
          expect((await way.undo()).ok).toBe(true);
          expect(said(stands())).toEqual(way.before);
        } else {
          const before = said(stands());
          const wanted = 'which' in one ? must(SAID[office.scale]?.[one.which], 'a proposal') : {};
          const done = await propose(register, of, wanted);
          if (!done.ok) throw new Error(JSON.stringify(done.failure));
          ways.push({ before, undo: done.value.undo });
          if (wanted.origin) expect(said(stands())?.proposed).toEqual(wanted);
        }
      }
    }),
    { numRuns: budgeted(300) },
  );
});

test('D73: an undo by way of redo and undo again ends where it began, and no new proposal takes the scale of before', async () => {
  const { register, office, stands } = school1A();
  const eight: Proposed = { grade: 8, origin: 'own' };
  await propose(register, of, eight);
  office.scale = 'religion';
  const gone = must(await valueOf(propose(register, of, {})), 'taken back');
  const back = must(await valueOf(gone.undo()), 'put back');
  expect(said(stands())).toEqual({ scale: 'tenths', proposed: eight });
  const again = must(await valueOf(back.undo()), 'taken back again');
  expect(said(stands())).toBeUndefined();
  expect(await propose(register, of, { grade: 7, origin: 'own' })).toMatchObject({ ok: false });
  expect((await again.undo()).ok).toBe(true);
  expect(said(stands())).toEqual({ scale: 'tenths', proposed: eight });
});

async function valueOf(done: ReturnType<typeof propose>): Promise<ProposalWritten | undefined> {
  const result = await done;
  return result.ok ? result.value : undefined;
}
