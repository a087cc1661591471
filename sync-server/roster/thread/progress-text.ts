import type { ImportPhase } from './plan-job.ts';
import type { ReportLanguage } from '../report/report-language.ts';

/** What becomes of an import that somebody ends. */
type ImportEnd = 'stopping' | 'cancelled' | 'tooLate';

const WORDS = {
  reading: {
    it: 'Leggo i file… (Ctrl+C ferma l’importazione senza scrivere nulla)',
    en: 'Reading the files… (Ctrl+C ends the import with nothing written)',
  },
  planning: { it: 'Confronto con il registro…', en: 'Comparing with the register…' },
  writing: { it: 'Scrivo…', en: 'Writing…' },
  stopping: { it: 'Mi fermo…', en: 'Stopping…' },
  tooLate: {
    it: 'Troppo tardi per fermarla: l’importazione era già scritta, per intero.',
    en: 'Too late to end it: the import had been written already, all of it.',
  },
  cancelled: {
    it: 'Importazione fermata: nulla è stato scritto.',
    en: 'The import was ended: nothing was written.',
  },
} as const satisfies Record<ImportPhase | ImportEnd, Record<ReportLanguage, string>>;

/** How far an import on the command line has come, in the language of its report. */
export function progressText(phase: ImportPhase | ImportEnd, language: ReportLanguage): string {
  return WORDS[phase][language];
}
