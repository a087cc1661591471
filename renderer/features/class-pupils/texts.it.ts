/** The list of a class. */
export const it = {
  classPupils: {
    name: 'Alunni',
    title: 'Elenco della classe',
    wordsForSection: 'alunni elenco classe nomi date di nascita gruppi',
    number: 'N.',
    pupil: 'Cognome e nome',
    birthDate: 'Data di nascita',
    groups: 'Gruppo',
    notes: 'Note',
    none: 'In questo giorno nessuna iscrizione a questa classe è su questo computer.',
    copy: 'Copia elenco',
    copyText: 'Copia l’elenco, da incollare in un foglio di calcolo',
    wordsForCopy: 'copia foglio di calcolo excel tabella',
    copied_one: 'Elenco copiato: {{count}} nome.',
    copied_other: 'Elenco copiato: {{count}} nomi.',
    notCopied: 'La copia non è riuscita: il sistema non lascia usare gli appunti. Riprova.',
    print: 'Stampa elenco',
    wordsForPrint: 'stampa elenco classe carta',
  },
} as const;
