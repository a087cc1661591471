import { foldedLines } from './folded-lines.ts';
import { REPORT_KINDS, type ReportKind } from '../../../domain/protocol/endpoints/office/import-report.ts';
import type { ImportReport, Rejection, Warning } from './import-report.ts';
import { QUESTIONS } from './questions.ts';
import type { ReportLanguage } from './report-language.ts';
import { summaryText } from './summary-text.ts';

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
    errors: 'Non importati, da correggere',
    questions: 'Non importati, da chiarire',
    notes: 'Da sapere',
  },
  en: {
    heads: ['', 'new', 'changed', 'unchanged'],
    errors: 'Not imported, to be corrected',
    questions: 'Not imported, to be answered',
    notes: 'Worth knowing',
  },
} as const;

/** The report as a clerk reads it: what was done in a line and in a table, then what is wrong, what is asked, and what deserves a look. */
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
  const list = (title: string, items: readonly (Rejection | Warning)[]) =>
    items.length === 0 ? [] : ['', `${title} (${items.length})`, ...foldedLines(items, language)];
  const isQuestion = ({ reasonCode }: Rejection) => QUESTIONS.has(reasonCode);
  return [
    `${report.school}. ${summaryText(report, language)}`,
    '',
    ...table,
    ...list(
      words.errors,
      report.rejected.filter((one) => !isQuestion(one)),
    ),
    ...list(words.questions, report.rejected.filter(isQuestion)),
    ...list(words.notes, report.warnings),
    '',
  ].join('\n');
}
