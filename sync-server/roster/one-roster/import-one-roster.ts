import { listName } from '../../../domain/kinds/person/record.ts';
import type { Roster } from '../draft/roster.ts';
import { linkChild, slotFor } from '../draft/link-child.ts';
import { importClasses } from './one-roster-classes.ts';
import { importEnrolments } from './one-roster-enrolments.ts';
import { readAcademicSessions } from './academic-sessions.ts';
import { importUsers } from './users.ts';
import { activeRows } from './active-rows.ts';
import type { OneRosterSet } from './one-roster-set.ts';
import { refuseMonthFirst } from './order-of-dates.ts';

/** Takes a OneRoster set (1.1 or 1.2): sessions, users with their roles, classes, enrolments. */
export function importOneRoster(set: OneRosterSet, roster: Roster): void {
  const { findings } = roster;
  refuseMonthFirst(set);
  for (const file of set.unused) findings.warn({ file, row: 1, column: '' }, 'fileIgnored');
  for (const place of set.formulas) findings.reject(place, 'formula');
  for (const org of activeRows(set.rows('orgs'), findings))
    if (!/^school$/i.test(org.get('type'))) findings.reject(org.place('type'), 'notASchool', org.get('type'));
  const sessions = readAcademicSessions(set, roster);
  const users = importUsers(set, roster);
  const knownGuardian = (agent: string) =>
    set.isWhole('users') ? undefined : roster.people.bySourceId('guardian', agent)?.id;
  for (const { row, pupil, agents } of users.agents) {
    const known = agents.map((agent) => users.guardians.get(agent) ?? knownGuardian(agent));
    const named = new Set(known.filter((id) => id !== undefined));
    for (const [index, agent] of agents.entries()) {
      const guardian = known[index];
      const place = row.place('agentSourcedIds');
      if (!guardian) {
        findings.warn(place, 'agentNotGuardian', agent);
        continue;
      }
      const wanted = index === 0 ? 'first' : 'second';
      const slot = slotFor({ pupil, guardian, wanted, named }, roster);
      if (slot.kind === 'taken') findings.reject(place, 'guardianReplaced', listName(slot.by));
      else linkChild(guardian, pupil, slot.slot, roster);
    }
  }
  const classes = importClasses(set, roster, sessions);
  importEnrolments(set, roster, users, classes);
}
