import { groupBy } from '../../domain/base/group-by.ts';
import type { RecordKind, RecordOfKind, RegisterRecord } from '../../domain/kinds/registry.ts';
import type { KindRules } from '../register/batch/batch.ts';
import { attendanceDayEffects } from './attendance-day/effects.ts';
import type { KindEffects } from './effects.ts';
import { assessmentEffects } from './assessment/effects.ts';
import { takenAlong } from './class-change/taken-along.ts';
import { gradeEffects } from './grade/effects.ts';
import { justificationEffects } from './justification/effects.ts';
import { lessonEffects } from './lesson/effects.ts';
import { permitEffects } from './permit/effects.ts';
import { presenceElsewhereEffects } from './presence-elsewhere/effects.ts';
import { proposalEffects } from './proposal/effects.ts';

type EffectTable = { readonly [K in RecordKind]?: KindEffects<RecordOfKind<K>> };

/** The kinds with which the server does something of its own. */
const effects: EffectTable = {
  lesson: lessonEffects,
  attendanceDay: attendanceDayEffects,
  presenceElsewhere: presenceElsewhereEffects,
  justification: justificationEffects,
  permit: permitEffects,
  assessment: assessmentEffects,
  grade: gradeEffects,
  proposal: proposalEffects,
};

/** What the register asks of the kinds, answered by the kind of each record. */
export const kindRules: KindRules = {
  async read(batch, next) {
    await effectsOf(next).read?.(batch, next);
  },
  factsOf: (batch, record, facts) => effectsOf(record).facts?.(batch, record, facts) ?? facts,
  opensRights: (context, record) => effectsOf(record).opensRights?.(context, record) === true,
  completed: (context, record, stands) =>
    effectsOf(record).completed?.(context, record, ofKindOf(record, stands)) ?? record,
  isVisible(context, next, stands) {
    const same = ofKindOf(next, stands);
    return same !== null && effectsOf(next).isVisible?.(context, next, same) === true;
  },
  async taken(batch, before, after) {
    await effectsOf(after).taken?.(batch, ofKindOf(after, before), after);
  },
  async following(reader, { actor, snapshot, now, current }, taken) {
    const versions = [...(await takenAlong(reader, { school: actor.school, now, snapshot }, taken))];
    for (const own of groupBy(taken, ({ kind }) => kind).values()) {
      const [first] = own;
      versions.push(...((first && effectsOf(first).following?.({ snapshot, now, current }, own)) ?? []));
    }
    return versions;
  },
};

function effectsOf({ kind }: RegisterRecord): KindEffects<RegisterRecord> {
  // A record goes to the effects of its own kind alone, with records of the same kind.
  return (effects[kind] ?? {}) as KindEffects<RegisterRecord>;
}

function ofKindOf(record: RegisterRecord, other: RegisterRecord | null): RegisterRecord | null {
  return other?.kind === record.kind ? other : null;
}
