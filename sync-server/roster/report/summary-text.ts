import { REPORT_KINDS, type ReportKind } from '../../../domain/protocol/endpoints/office/import-report.ts';
import type { ImportReport, ReportCounts } from './import-report.ts';
import type { ReportLanguage } from './report-language.ts';

/** What one and what several of a kind are called. */
const NOUNS: Readonly<Record<ReportLanguage, Readonly<Record<ReportKind, readonly [string, string]>>>> = {
  it: {
    schools: ['scuola', 'scuole'],
    years: ['anno scolastico', 'anni scolastici'],
    classes: ['classe', 'classi'],
    subjects: ['materia', 'materie'],
    pupils: ['alunno', 'alunni'],
    guardians: ['genitore', 'genitori'],
    staff: ['persona del personale', 'persone del personale'],
    enrolments: ['iscrizione', 'iscrizioni'],
    assignments: ['cattedra', 'cattedre'],
  },
  en: {
    schools: ['school', 'schools'],
    years: ['school year', 'school years'],
    classes: ['class', 'classes'],
    subjects: ['subject', 'subjects'],
    pupils: ['pupil', 'pupils'],
    guardians: ['guardian', 'guardians'],
    staff: ['member of staff', 'members of staff'],
    enrolments: ['enrolment', 'enrolments'],
    assignments: ['assignment', 'assignments'],
  },
};

const WORDS = {
  it: {
    and: ' e ',
    adds: ['Aggiunti al registro:', 'Prova, nulla è stato scritto. Si aggiungerebbero:'],
    changes: ['Cambiano:', 'Cambierebbero:'],
    nothing: [
      'Nulla da scrivere: nulla di nuovo per il registro.',
      'Prova: non ci sarebbe nulla da scrivere.',
    ],
    dry: 'Prova, nulla è stato scritto.',
    left: ['riga non importata', 'righe non importate'],
  },
  en: {
    and: ' and ',
    adds: ['Added to the register:', 'Dry run, nothing was written. There would be added:'],
    changes: ['Changed:', 'There would change:'],
    nothing: ['Nothing to write: nothing new for the register.', 'Dry run: there would be nothing to write.'],
    dry: 'Dry run, nothing was written.',
    left: ['row not imported', 'rows not imported'],
  },
} as const;

/** What an import did, or with a dry run would do, in a line: what comes new, what changes, and how many rows stay out. */
export function summaryText(report: ImportReport, language: ReportLanguage): string {
  const words = WORDS[language];
  const run = report.dryRun ? 1 : 0;
  const added = listed(report.created, language);
  const changed = listed(report.updated, language);
  const rows = new Set(report.rejected.map(({ file, row }) => `${file}\n${row}`)).size;
  const left = rows === 0 ? [] : [`${rows} ${words.left[rows === 1 ? 0 : 1]}.`];
  if (added === '' && changed === '') return [words.nothing[run], ...left].join(' ');
  const lead = added === '' && report.dryRun ? [words.dry] : [];
  const sentences = [
    ...(added === '' ? [] : [`${words.adds[run]} ${added}.`]),
    ...(changed === '' ? [] : [`${words.changes[run]} ${changed}.`]),
  ];
  return [...lead, ...sentences, ...left].join(' ');
}

function listed(counts: ReportCounts, language: ReportLanguage): string {
  const parts = REPORT_KINDS.flatMap((kind) => {
    const count = counts[kind];
    return count === 0 ? [] : [`${count} ${NOUNS[language][kind][count === 1 ? 0 : 1]}`];
  });
  const last = parts.pop();
  if (last === undefined) return '';
  return parts.length === 0 ? last : `${parts.join(', ')}${WORDS[language].and}${last}`;
}
