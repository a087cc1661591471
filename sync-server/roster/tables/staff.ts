import type { Person } from '../../../domain/kinds/person/record.ts';
import type { StaffRole } from '../../../domain/access/staff-role.ts';
import { readRows, sayIgnoredColumns, type RowReader } from '../columns/row-reader.ts';
import type { Table } from '../columns/recognise.ts';
import type { Roster } from '../draft/roster.ts';
import { createDuplicateWatch } from './duplicates.ts';
import { columnOf, readPerson } from '../matching/person-fields.ts';
import { readLeaving } from './leaving.ts';
import { OWN_COLUMNS, sayRemarks } from './remarks.ts';

/** Takes a table of teachers. */
export function importTeachers(table: Table, roster: Roster): void {
  importStaff(table, roster, () => ['teacher']);
}

/**
 * Takes a table of other staff: those marked as working in the office get its rights, and those whose kind says so are teachers, as in a
 * list of the whole staff.
 */
export function importAta(table: Table, roster: Roster): void {
  importStaff(table, roster, (row) => {
    if (/docent|insegnant|teacher|^prof/i.test(row.get('staffType'))) return ['teacher'];
    return /^(s|si|sì|y|yes|1|x|true|vero)$/i.test(row.get('office')) ? ['ata', 'office'] : ['ata'];
  });
}

function importStaff(table: Table, roster: Roster, rolesOf: (row: RowReader) => readonly StaffRole[]): void {
  const { draft, findings, people } = roster;
  const watch = createDuplicateWatch(table, roster);
  for (const row of readRows(table, findings)) {
    const person = readPerson(row, draft.today, findings);
    if (!person) continue;
    const roles = rolesOf(row);
    const circumstances = {
      table,
      // A name alone is enough only within the same kind of post: a teacher must not get a namesake's office rights.
      isEligible: (candidate: Person) => candidate.roles.includes(roles[0] ?? 'ata'),
    };
    const clean = people.clean({ ...person, type: 'staff', roles }, circumstances);
    const match = people.find(clean, circumstances);
    if (match.kind === 'refused') {
      findings.reject(row.place(columnOf(match.code)), match.code, match.value);
      continue;
    }
    const { isSound, leftOn } = readLeaving(row, match, roster);
    if (!isSound) continue;
    if (match.kind === 'found' && watch.repeats(match.person.id, row)) continue;
    sayRemarks(row, clean, match, { columns: OWN_COLUMNS, findings });
    if (match.kind === 'none' && match.namesake && match.remark === undefined)
      findings.warn(row.place('surname'), 'namesake', `${person.surname} ${person.givenName}`);
    const saved = people.save(
      leftOn === undefined ? clean : { ...clean, input: { ...clean.input, leftOn } },
      match,
      row.place('email'),
    );
    watch.taken(saved.id, row);
  }
  sayIgnoredColumns(table, findings);
}
