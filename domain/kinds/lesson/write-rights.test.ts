import { describe, expect, it } from 'vitest';
import type { Actor } from '../../access/actor.ts';
import { toSubjectId } from '../../base/ids.ts';
import { addDays } from '../../base/local-date.ts';
import { DEFAULT_POLICIES } from '../school/record.ts';
import type { WriteFacts } from '../../school/write-facts.ts';
import { sample, sampleHours, sampleLesson, sampleYear } from '../../testing/sample.ts';
import { lessonId, type Lesson, type Signature } from './record.ts';
import { authorizeLesson } from './write-rights.ts';

const bianchi: Actor = {
  school: sample.school,
  person: sample.bianchi,
  roles: ['teacher'],
  classes: [sample.class],
};
const teaches: WriteFacts = {
  policies: DEFAULT_POLICIES,
  year: sampleYear,
  hours: sampleHours,
  teaches: true,
  subjects: [sample.maths],
  enrolment: 'never',
  groups: ['CHI', 'INF', 'alternative', 'assistedStudy'],
};
/** The hour of a class, in a group of it. */
const inGroup = (group: string, changes: Partial<Lesson> = {}): Lesson => {
  const { day, hour, class: schoolClass } = sampleLesson();
  return sampleLesson({ id: lessonId(day, hour, schoolClass, group), group, ...changes });
};
const history = toSubjectId('storia');
const signature = (teacher = sample.bianchi, changes: Partial<Signature> = {}): Signature => ({
  teacher,
  type: 'ordinary',
  subject: sample.maths,
  signedAt: sample.morning,
  ...changes,
});

interface Standing {
  readonly previous?: Lesson;
  readonly started?: Lesson | null;
  readonly facts?: Partial<WriteFacts>;
}

function decide(next: Lesson, { previous, started, facts }: Standing = {}) {
  return authorizeLesson({
    actor: bianchi,
    previous: previous ?? null,
    next,
    ...(started === undefined ? {} : { started }),
    facts: { ...teaches, ...facts },
  });
}

function verdict(next: Lesson, standing: Standing = {}) {
  const decision = decide(next, standing);
  return decision.ok ? 'ok' : [decision.failure.reason, decision.failure.path].join(' ');
}

describe('the subject of a lesson', () => {
  const signed = sampleLesson({ subject: sample.maths, signatures: [signature(sample.neri)] });
  const joined = { ...signed, signatures: [...signed.signatures, signature()] };

  it('D20: is not changed under a colleague’s signature, by signing either', () => {
    expect(verdict({ ...joined, subject: history }, { previous: signed })).toBe('othersSignature subject');
    expect(verdict({ ...joined, subject: history }, { previous: joined })).toBe('othersSignature subject');
    const { subject: _none, ...without } = joined;
    expect(verdict(without, { previous: signed })).toBe('othersSignature subject');
    expect(verdict(joined, { previous: signed })).toBe('ok');
  });

  it('is said by whoever signs where nobody has, and is one’s own as long as nobody else has signed', () => {
    const { subject: _none, ...without } = signed;
    expect(verdict(joined, { previous: without })).toBe('ok');
    const mine = sampleLesson({ subject: sample.maths, signatures: [signature()] });
    expect(verdict({ ...mine, subject: history }, { previous: mine })).toBe('ok');
  });

  it('D20: stays that of the signature which stands where two did not know of each other, and both sign', () => {
    const merged = decide({ ...joined, subject: history }, { previous: signed, started: null });
    expect(merged).toMatchObject({
      ok: true,
      value: { subject: sample.maths, signatures: joined.signatures },
    });
  });
});

describe('a subject that a lesson names', () => {
  const facts = { isSubject: (subject: string) => subject !== history };
  const standIn = (subject = sample.maths) =>
    sampleLesson({ signatures: [signature(sample.bianchi, { type: 'substitution', subject })] });

  it('D16: is one of the school, in the lesson and in a signature, asked when it is said', () => {
    expect(verdict(sampleLesson({ subject: sample.maths }), { facts })).toBe('ok');
    expect(verdict(sampleLesson({ subject: history }), { facts })).toBe('invalid subject');
    expect(verdict(standIn(), { facts })).toBe('ok');
    expect(verdict(standIn(history), { facts })).toBe('invalid signatures');
    // What was so when it was written is no fault of a topic that is changed later.
    const stands = { ...standIn(history), subject: history };
    expect(verdict({ ...stands, topic: 'Ripasso' }, { previous: stands, facts })).toBe('ok');
    // A device that does not know all subjects leaves it to the server.
    expect(verdict(standIn(history))).toBe('ok');
  });
});

describe('the group of a lesson', () => {
  it('D204: is one of the class or of its religion hour, and none that somebody has made up', () => {
    expect(verdict(sampleLesson())).toBe('ok');
    for (const group of ['CHI', 'alternative']) expect(verdict(inGroup(group))).toBe('ok');
    expect(verdict(inGroup('FIS'))).toBe('invalid group');
    // A device that knows no groups leaves it to the server.
    const { groups: _unknown, ...facts } = teaches;
    const next = inGroup('FIS');
    expect(authorizeLesson({ actor: bianchi, previous: null, next, facts }).ok).toBe(true);
  });

  it('D204: that the class has no more is still written on where its lesson stands', () => {
    const held = inGroup('FIS', { signatures: [signature()] });
    expect(verdict({ ...held, topic: 'Ottica' }, { previous: held })).toBe('ok');
  });
});

describe('classes joined for an hour', () => {
  const mine = sampleLesson({ signatures: [signature()] });
  const joinedWith = (id: typeof sample.class): Lesson => ({
    ...mine,
    signatures: [signature(sample.bianchi, { joinedWith: [id] })],
  });

  it('D17: are named by whoever signs, before or after the fact, and never the class itself', () => {
    expect(verdict(joinedWith(sample.otherClass))).toBe('ok');
    expect(verdict(joinedWith(sample.otherClass), { previous: mine })).toBe('ok');
    expect(verdict(mine, { previous: joinedWith(sample.otherClass) })).toBe('ok');
    expect(verdict(joinedWith(sample.class))).toBe('invalid signatures');
  });

  it('D17: are those of the school that have an hour at the same time, asked when the signature names them', () => {
    const next = joinedWith(sample.otherClass);
    const asked: unknown[] = [];
    const facts = (isThere: boolean): Partial<WriteFacts> => ({
      isJoinable(...of) {
        asked.push(of);
        return isThere;
      },
    });
    expect(verdict(next, { facts: facts(true) })).toBe('ok');
    expect(verdict(next, { facts: facts(false) })).toBe('invalid signatures');
    expect(verdict(next, { previous: mine, facts: facts(false) })).toBe('invalid signatures');
    expect(asked).toEqual(asked.map(() => [sample.otherClass, next.hour]));
    // What was true when it was signed is no fault of a topic that is changed later.
    expect(verdict({ ...next, topic: 'Ripasso' }, { previous: next, facts: facts(false) })).toBe('ok');
    expect(verdict(mine, { previous: next, facts: facts(false) })).toBe('ok');
  });

  it('D17: are not joined by a colleague’s hand', () => {
    const theirs = sampleLesson({ signatures: [signature(sample.neri)] });
    const changed = [signature(sample.neri, { joinedWith: [sample.otherClass] })];
    expect(verdict({ ...theirs, signatures: changed }, { previous: theirs })).toBe(
      'othersSignature signatures',
    );
  });
});

describe('the confirmation of a roll', () => {
  const called = (by = sample.bianchi) => sampleLesson({ rollCall: { by, at: sample.morning } });
  const { rollCall: _called, ...uncalled } = called();

  it('D17: is taken back by whoever has given it, and by nobody else', () => {
    expect(verdict(uncalled, { previous: called() })).toBe('ok');
    expect(verdict(uncalled, { previous: called(sample.neri) })).toBe('forbidden rollCall');
  });

  it('D17, D209: is taken back with the signature by whoever stood in, in one act', () => {
    const elsewhere = { teaches: false, subjects: [], schoolHasClass: true };
    const { subject: _none, ...standIn } = signature(sample.bianchi, { type: 'substitution' });
    const previous = { ...called(), topic: 'Le frazioni', signatures: [standIn] };
    expect(verdict({ ...uncalled, signatures: [] }, { previous, facts: elsewhere })).toBe('ok');
  });
});

describe('standing in for a colleague by one’s own word', () => {
  const { subject: _none, ...standIn } = signature(sample.bianchi, { type: 'substitution' });
  const elsewhere = { teaches: false, subjects: [], schoolHasClass: true };
  const monday = sampleLesson().day;
  const after = (days: number) => (time: string) => time.replace(monday, addDays(monday, days));
  const signedAfter = (days: number): Lesson => {
    const recordedAt = after(days)(sample.evening) as Lesson['recordedAt'];
    return sampleLesson({ recordedAt, signatures: [{ ...standIn, signedAt: recordedAt }] });
  };

  it('D209, D107: is said within a week, and of an hour longer ago only by whom the school has put there', () => {
    expect(verdict(signedAfter(7), { facts: elsewhere })).toBe('ok');
    expect(verdict(signedAfter(8), { facts: elsewhere })).toBe('windowClosed signatures');
    expect(verdict(signedAfter(8), { facts: { ...elsewhere, standsIn: [sampleLesson().hour] } })).toBe('ok');
    expect(verdict(signedAfter(8), { facts: { ...elsewhere, standsIn: [5] } })).toBe(
      'windowClosed signatures',
    );
  });

  it('D209: is no matter of days for whoever teaches the class, nor for what was signed in time', () => {
    expect(verdict(signedAfter(8))).toBe('ok');
    const inTime = signedAfter(0);
    const later = { ...signedAfter(8), signatures: inTime.signatures, topic: 'Ripasso' };
    expect(verdict(later, { previous: inTime, facts: elsewhere })).toBe('ok');
  });
});
