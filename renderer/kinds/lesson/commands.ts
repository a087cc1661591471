import { equalJson } from '../../../domain/base/canonical-json.ts';
import type { ClassId, PersonId, SubjectId } from '../../../domain/base/ids.ts';
import { ok, type Result } from '../../../domain/base/result.ts';
import { lessonId, type Lesson, type Signature } from '../../../domain/kinds/lesson/record.ts';
import { isSignedBy, signatureOf } from '../../../domain/kinds/lesson/signature-of.ts';
import type { Register } from '../../data/register.ts';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import { replacedIn } from '../../../domain/school/who/stand-ins.ts';
import { lessonGroup, plannedForMe } from '../../data/school/planned-for-me.ts';
import { ownPosts } from '../../data/school/own-posts.ts';
import { leftLesson } from './left-lesson.ts';
import { isSignedAway } from './signed-away.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';
import type { Version } from '../../data/commands/run.ts';
import type { Undoable } from '../../data/commands/one-act.ts';
import type { CommandFailure } from '../../data/commands/outcome.ts';
import { takenBackIn } from '../../data/commands/take-back.ts';

/** What a command on a lesson did, with its way back. */
type LessonWritten = Result<Undoable, CommandFailure>;

type LessonWords = Pick<Lesson, 'topic' | 'activity'>;

/** What is written of an hour when it is signed; texts that are not given stay as they are. */
interface SignedTexts {
  readonly topic?: string;
  readonly activity?: string;
  readonly subject?: SubjectId;
  /** As support of a pupil under that subject. */
  readonly support?: boolean;
  /** The other classes that have the same lesson; none: it is a lesson of this class alone (D17). Not given: as it stands. */
  readonly joinedWith?: readonly ClassId[];
  /** I stand in for a colleague; with a subject where one is given, and else without (D209). */
  readonly substitution?: boolean;
  /** The texts fill what is empty, and replace nothing: of an hour that is signed along with another one. */
  readonly fillOnly?: boolean;
  /** The roll is confirmed in the same act. */
  readonly rollCall?: boolean;
}

/** Signs the hour in my name (and takes the texts along); signing again changes nothing but the texts. */
export function signLesson(
  register: Pick<Register, 'run'>,
  place: HourPlace,
  texts: SignedTexts,
): Promise<LessonWritten> {
  return change(register, place, (lesson, facts, version) => {
    const { topic, activity } = textsWanted(lesson, texts);
    const rollCall = texts.rollCall ? { rollCall: { by: facts.me, at: version.recordedAt } } : {};
    if (isSignedBy(lesson, facts.me)) {
      const joined = joinedTo(lesson, facts.me, texts.joinedWith);
      return sameTexts(lesson, { topic, activity }) && !texts.rollCall && !joined
        ? undefined
        : { ...lesson, ...version, topic, activity, ...joined, ...rollCall };
    }
    const signature = mySignature(place, texts, facts, version);
    const signatures = [...lesson.signatures, { ...signature, ...joinedWords(texts.joinedWith ?? []) }];
    const subject = lesson.subject ?? signature.subject;
    return {
      ...lesson,
      ...version,
      topic,
      activity,
      signatures,
      ...(subject ? { subject } : {}),
      ...rollCall,
    };
  });
}

/** Says which other classes have the same lesson as a class in which I have signed; none: it was a lesson of that class alone (D17). */
export function joinLesson(
  register: Pick<Register, 'run'>,
  place: HourPlace,
  joinedWith: readonly ClassId[],
): Promise<LessonWritten> {
  return change(register, place, (lesson, facts, version) => {
    const joined = joinedTo(lesson, facts.me, joinedWith);
    return joined && { ...lesson, ...version, ...joined };
  });
}

/** Says that another class has not the same lesson as a class in which I have signed; of the others that it is joined with nothing is said (D17). */
export function partLesson(
  register: Pick<Register, 'run'>,
  place: HourPlace,
  left: ClassId,
): Promise<LessonWritten> {
  return change(register, place, (lesson, facts, version) => {
    const { joinedWith = [] } = signatureOf(lesson, facts.me) ?? {};
    const parted = joinedTo(
      lesson,
      facts.me,
      joinedWith.filter((id) => id !== left),
    );
    return parted && { ...lesson, ...version, ...parted };
  });
}

/** Saves topic and activity of the hour. */
export function writeLesson(
  register: Pick<Register, 'run'>,
  place: HourPlace,
  { topic, activity }: Pick<Lesson, 'topic' | 'activity'>,
): Promise<LessonWritten> {
  return change(register, place, (lesson, _facts, version) =>
    sameTexts(lesson, { topic, activity }) ? undefined : { ...lesson, ...version, topic, activity },
  );
}

/**
 * Writes along what was changed in the lesson of a class joined with this one: each text that says here what it said there, or nothing. What
 * a colleague has written in this class alone stays.
 */
export function writeLessonAlong(
  register: Pick<Register, 'run'>,
  place: HourPlace,
  texts: { readonly from: LessonWords; readonly to: LessonWords },
): Promise<LessonWritten> {
  return change(register, place, (lesson, _facts, version) => {
    const wanted = (field: keyof LessonWords) =>
      lesson[field] === '' || lesson[field] === texts.from[field] ? texts.to[field] : lesson[field];
    const next = { topic: wanted('topic'), activity: wanted('activity') };
    return sameTexts(lesson, next) ? undefined : { ...lesson, ...version, ...next };
  });
}

/** Takes back my own signature (D20); the texts and colleagues' signatures stay. */
export function withdrawSignature(register: Pick<Register, 'run'>, place: HourPlace): Promise<LessonWritten> {
  return change(register, place, (lesson, facts, version) => {
    if (!isSignedBy(lesson, facts.me)) return undefined;
    const signatures = lesson.signatures.filter((signature) => signature.teacher !== facts.me);
    return { ...lesson, ...version, signatures };
  });
}

/**
 * Leaves a class out of a lesson: with my signature, where there is one, goes what the lesson wrote in it, the confirmation of its roll and
 * the texts that are those given (D17). Marks of its pupils stay.
 */
export function leaveLesson(
  register: Pick<Register, 'run'>,
  place: HourPlace,
  words: LessonWords,
): Promise<LessonWritten> {
  return change(register, place, (lesson, facts, version) => {
    const left = leftLesson(lesson, facts.me, words);
    return left.takenBack.length > 0 ? { ...left.lesson, ...version } : undefined;
  });
}

/** Confirms that the roll of this hour was called: everybody without a mark is present. Again, it holds from then on. */
export function confirmRollCall(register: Pick<Register, 'run'>, place: HourPlace): Promise<LessonWritten> {
  return change(register, place, (lesson, facts, version) => ({
    ...lesson,
    ...version,
    rollCall: { by: facts.me, at: version.recordedAt },
  }));
}

/** Changes the lesson of an hour, or makes it; undefined when it says so already. The way back leaves what somebody has changed since. */
async function change(
  { run }: Pick<Register, 'run'>,
  place: HourPlace,
  next: (lesson: Lesson, facts: SchoolFacts, version: Version) => Lesson | undefined,
): Promise<LessonWritten> {
  const { day, hour, schoolClass } = place;
  const done = await run({
    collection: 'lessons',
    id: (facts) => lessonId(day, hour, schoolClass, lessonGroup(facts, place)),
    members: { day, class: schoolClass },
    day,
    writeFacts: (facts) => facts.writeFacts(schoolClass, day),
    change({ current }, facts, version) {
      // What stands of it is not on this device: it is not written anew.
      if (!current && isSignedAway(facts, place)) return [];
      const subject = plannedForMe(facts, place)?.subject;
      const group = lessonGroup(facts, place);
      const blank: Lesson = {
        ...version,
        id: lessonId(day, hour, schoolClass, group),
        kind: 'lesson',
        day,
        hour,
        class: schoolClass,
        signatures: [],
        topic: '',
        activity: '',
        ...(group === undefined ? {} : { group }),
        ...(subject ? { subject } : {}),
      };
      return next(current?.kind === 'lesson' ? current : blank, facts, version);
    },
  });
  if (!done.ok) return done;
  const { entry, recordedAt, before, after } = done.value;
  const saved = { entry, recordedAt };
  if (after?.kind !== 'lesson' || before === after) return ok({ ...saved, undo: async () => ok(saved) });
  const made = { before: before?.kind === 'lesson' ? before : unwritten(after), after };
  const undo = () =>
    change({ run }, place, (lesson, _facts, version) => ({ ...takenBackIn(lesson, made), ...version }));
  return ok({ ...saved, undo });
}

/** A lesson of which nothing is said yet. */
function unwritten({ rollCall: _rollCall, ...lesson }: Lesson): Lesson {
  return { ...lesson, signatures: [], topic: '', activity: '' };
}

/** In what capacity I sign (D17): the timetable and my assignment say so, unless I stand in for somebody. */
function mySignature(
  place: HourPlace,
  { subject: chosen, support, substitution }: SignedTexts,
  facts: SchoolFacts,
  version: Version,
): Signature {
  const { schoolClass, day, hour } = place;
  const planned = plannedForMe(facts, place);
  const posts = ownPosts(facts, place);
  const [usual] = posts;
  const ofChosen = posts.filter((post) => post.subject === chosen);
  const post =
    chosen === undefined
      ? usual
      : (ofChosen.find(({ isSupport }) => support === undefined || isSupport === support) ?? ofChosen[0]);
  const base = { teacher: facts.me, signedAt: version.recordedAt };
  const isPlanned = planned?.teachers.includes(facts.me) ?? false;
  if (substitution === true || !post) {
    const assigned = facts.mySubstitutions(day).find((one) => one.class === schoolClass && one.hour === hour);
    const replaces = replacedIn(facts.me, assigned, planned?.teachers);
    return {
      ...base,
      type: 'substitution',
      // With a subject where one was said: that of nobody's guess would count as taught (D11).
      ...(chosen === undefined ? {} : { subject: chosen }),
      ...(replaces === undefined ? {} : { replaces }),
    };
  }
  const ofSubject = { ...base, subject: post.subject };
  if (post.isSupport) return { ...ofSubject, type: 'support' };
  const isFirst = planned?.teachers[0] === facts.me;
  return { ...ofSubject, type: isPlanned && !isFirst ? 'coTeaching' : 'ordinary' };
}

/** What a signature says of the classes joined with its own; nothing where it says none. */
function joinedWords(joinedWith: readonly ClassId[]): Pick<Signature, 'joinedWith'> {
  return joinedWith.length === 0 ? {} : { joinedWith: [...joinedWith].toSorted() };
}

/** The signatures of a lesson once mine names other classes; undefined where it names these, or none are given. */
function joinedTo(
  { signatures }: Lesson,
  me: PersonId,
  joinedWith: readonly ClassId[] | undefined,
): Pick<Lesson, 'signatures'> | undefined {
  if (joinedWith === undefined) return undefined;
  const next = signatures.map((signature): Signature => {
    if (signature.teacher !== me) return signature;
    const { joinedWith: _before, ...own } = signature;
    return { ...own, ...joinedWords(joinedWith) };
  });
  return equalJson(signatures, next) ? undefined : { signatures: next };
}

function textsWanted(lesson: Lesson, { topic, activity, fillOnly }: SignedTexts) {
  const wanted = (stored: string, given: string | undefined) =>
    given === undefined || (fillOnly && stored !== '') ? stored : given;
  return { topic: wanted(lesson.topic, topic), activity: wanted(lesson.activity, activity) };
}

function sameTexts(lesson: Lesson, { topic, activity }: Pick<Lesson, 'topic' | 'activity'>): boolean {
  return lesson.topic === topic && lesson.activity === activity;
}
