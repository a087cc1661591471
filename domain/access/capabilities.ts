import { isAppointed, isPrincipal, seesWholeSchool, type Standing } from './actor.ts';
import { hasDuty, reachOf } from './office-duty.ts';

/** Whose pages are drawn: kind of account, roles and appointments, as the identity says them. */
export interface Member extends Standing {
  /** `staff`, or what somebody is to a pupil. */
  readonly kind: string;
}

/**
 * What somebody is shown, by their account and roles: the one place where either becomes permission to see a page, a key or a line of the palette.
 * The server decides every right by itself; this decides what is not even offered.
 */
const CAPABILITIES = {
  /** Has hours of their own: the day's page is that of a teacher. */
  teach: ({ roles }) => roles.includes('teacher'),
  /** Reads the register of every class, and answers for what it has lost. */
  runSchool: (member) => seesWholeSchool(member),
  /** Follows the day of every class, or of those of the own site: office, principal and the principal's staff (D108). */
  superviseClasses: (member) => seesWholeSchool(member) || isOfStaff(member),
  /** Has pupils to count in an evacuation, and rolls to call or to ask after: whoever teaches, and whoever follows the classes. */
  countPupils: (member) => member.roles.includes('teacher') || seesWholeSchool(member) || isOfStaff(member),
  /** Keeps the accounts of somebody: of the families, of the staff, or of all. */
  keepAccounts: (member) => hasDuty(member, 'accounts'),
  /** Decides on the school's rules. */
  setRules: (member) => hasDuty(member, 'parameters'),
  /** Opens a school year again that was closed. */
  reopenYears: (member) => isPrincipal(member),
  /** Decides on entries that were handed over, and on what a register put back has lost. */
  keepRegister: (member) => hasDuty(member, 'register'),
  /** Writes down who is who: of the staff, of pupils and their families, or of all (F.5). */
  keepPapers: (member) => hasDuty(member, 'papers'),
  /** Keeps the papers of pupils and their families. */
  keepPupilPapers: (member) => reachOf(member, 'papers').pupils,
  /** Decides who stands in for whom, in the school or on one of its sites. */
  assignSubstitutes: (member) => hasDuty(member, 'substitutions'),
  /** Keeps the school's papers: reminders that are a clerk's work (S9). */
  keepOffice: ({ roles }) => roles.includes('office'),
  /** Sees the school's day and its classes by name. */
  seeSchool: ({ kind }) => kind === 'staff',
  /**
   * Reads what is done with pupils who have support: their teachers, whoever answers for the school, and the office of pupils. Whose it is
   * of them, the server decides by the class.
   */
  readSupport: (member) =>
    member.kind === 'staff' &&
    (member.roles.includes('teacher') || seesWholeSchool(member) || reachOf(member, 'papers').pupils),
  /** Finds classes, pupils and colleagues by name. */
  findPeople: ({ kind, roles }) => kind === 'staff' && roles.some((role) => role !== 'ata'),
  /** Reads grades of some class: whoever teaches, and whoever answers for the classes. Which ones, the server decides by the class and the course (F.5). */
  readGrades: (member) => member.roles.includes('teacher') || isPrincipal(member) || isOfStaff(member),
  /** Writes what has to reach the school; families have nothing to send. */
  sendEntries: ({ kind }) => kind === 'staff',
  /** Follows a child, or oneself as a pupil. */
  followPupil: ({ kind }) => kind !== 'staff',
  /** Is told of a child by name: a guardian, where a pupil is told of themselves. */
  followChild: ({ kind }) => kind === 'firstGuardian' || kind === 'secondGuardian',
  /** Is greeted to their work. */
  workAtSchool: ({ kind }) => kind === 'staff',
  /** May open several accounts by one profile; a pupil has one. */
  joinAccounts: ({ kind }) => kind !== 'student',
  /** Has an account: everybody who is signed in. */
  haveAccount: () => true,
} as const satisfies Record<string, (member: Member) => boolean>;

function isOfStaff(member: Member): boolean {
  return member.roles.length > 0 && isAppointed(member, 'staff');
}

/** Something that a page, a key or a line of the palette may need. */
export type Capability = keyof typeof CAPABILITIES;

/** Whether somebody is shown what needs a capability. */
export function can(member: Member, capability: Capability): boolean {
  return CAPABILITIES[capability](member);
}
