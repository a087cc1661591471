/** What a member of staff may be: several at once are possible. */
export const STAFF_ROLES = ['teacher', 'office', 'principal', 'ata'] as const;
/** Docente, segreteria, dirigente, personale ATA. */
export type StaffRole = (typeof STAFF_ROLES)[number];
