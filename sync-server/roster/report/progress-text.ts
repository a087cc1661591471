import type { ImportPhase } from '../thread/plan-job.ts';
import type { ReportLanguage } from './report-language.ts';

const WORDS = {
  reading: { it: 'Leggo i file…', en: 'Reading the files…' },
  planning: { it: 'Confronto con il registro…', en: 'Comparing with the register…' },
  writing: { it: 'Scrivo…', en: 'Writing…' },
  cancelled: {
    it: 'Importazione fermata: nulla è stato scritto.',
    en: 'The import was ended: nothing was written.',
  },
} as const satisfies Record<ImportPhase | 'cancelled', Record<ReportLanguage, string>>;

/** How far an import on the command line has come, in the language of its report. */
export function progressText(phase: ImportPhase | 'cancelled', language: ReportLanguage): string {
  return WORDS[phase][language];
}
