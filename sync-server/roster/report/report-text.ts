import { REPORT_KINDS, type ImportReport, type ReportKind } from './import-report.ts';
import type { ReportLanguage } from './report-language.ts';

const KIND_NAMES: Readonly<Record<ReportKind, Readonly<Record<ReportLanguage, string>>>> = {
  schools: { it: 'Scuole', en: 'Schools' },
  years: { it: 'Anni scolastici', en: 'School years' },
  classes: { it: 'Classi', en: 'Classes' },
  subjects: { it: 'Materie', en: 'Subjects' },
  pupils: { it: 'Alunni', en: 'Pupils' },
  guardians: { it: 'Genitori', en: 'Guardians' },
  staff: { it: 'Personale', en: 'Staff' },
  enrolments: { it: 'Iscrizioni', en: 'Enrolments' },
  assignments: { it: 'Cattedre', en: 'Assignments' },
};

const WORDS = {
  it: {
    heads: ['', 'nuovi', 'cambiati', 'invariati'],
    dryRun: 'Prova: nulla è stato scritto.',
    rejected: 'Non importati',
    warnings: 'Da guardare',
    row: 'riga',
  },
  en: {
    heads: ['', 'new', 'changed', 'unchanged'],
    dryRun: 'Dry run: nothing was written.',
    rejected: 'Not imported',
    warnings: 'Worth a look',
    row: 'row',
  },
} as const;

/** The report as a clerk reads it: a table of counts, then what was not taken, then what deserves a look. */
export function reportText(report: ImportReport, language: ReportLanguage): string {
  const words = WORDS[language];
  const table = [
    words.heads,
    ...REPORT_KINDS.map((kind) => [
      KIND_NAMES[kind][language],
      String(report.created[kind]),
      String(report.updated[kind]),
      String(report.unchanged[kind]),
    ]),
  ].map(([name = '', ...counts]) => name.padEnd(18) + counts.map((count) => count.padStart(11)).join(''));
  const list = (title: string, items: ImportReport['rejected' | 'warnings']) =>
    items.length === 0
      ? []
      : [
          '',
          `${title} (${items.length})`,
          ...items.map(({ file, row, column, reason }) => {
            const place = [file, row > 0 ? `${words.row} ${row}` : '', column]
              .filter((part) => part !== '')
              .join(', ');
            return `  ${place === '' ? '' : `${place}: `}${reason}`;
          }),
        ];
  return [
    report.school,
    ...table,
    ...list(words.rejected, report.rejected),
    ...list(words.warnings, report.warnings),
    ...(report.dryRun ? ['', words.dryRun] : []),
    '',
  ].join('\n');
}
