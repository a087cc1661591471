import type { Texts } from './report-language.ts';

/** What is said of coordinators, of the groups of a class and of the choice for the hour of religion: the rest of the row is taken. */
export const WHO_WARNINGS = {
  coordinatorUnknown: {
    it: 'nessun docente ha il nome, o il nome utente, "{value}": incarico non registrato',
    en: 'no teacher has the name, or the username, "{value}": the appointment was not recorded',
  },
  coordinatorUnclear: {
    it: 'non si può dire quale docente sia "{value}": incarico non registrato',
    en: 'which teacher "{value}" is cannot be told: the appointment was not recorded',
  },
  coordinatorEnds: {
    it: 'il coordinatore di prima, {value}, non è più in elenco: il suo incarico finisce',
    en: 'the coordinator of before, {value}, is on the list no more: that appointment ends',
  },
  secretaryEnds: {
    it: 'il segretario di prima, {value}, non è più in elenco: il suo incarico finisce',
    en: 'the secretary of before, {value}, is on the list no more: that appointment ends',
  },
  badHours: {
    it: '"{value}" non è un numero di ore (per esempio 12 o 12,5): tralasciato',
    en: '"{value}" is no number of hours (12 or 12.5, for example): left out',
  },
  badGroup: {
    it: '"{value}" non può essere il nome di un gruppo (al massimo 20 lettere e cifre): tralasciato',
    en: '"{value}" cannot be the name of a group (20 letters and digits at most): left out',
  },
  severalGroups: {
    it: '"{value}": un alunno è in un solo gruppo della classe. Tralasciato',
    en: '"{value}": a pupil is in one group of the class only. Left out',
  },
  groupOfPost: {
    it: 'un’altra riga dà alla stessa cattedra un altro gruppo: "{value}" tralasciato',
    en: 'another row gives another group to the same post: "{value}" was left out',
  },
  badReligionChoice: {
    it: '"{value}" non è una scelta per l’ora di religione (sì, attività alternativa, studio assistito, studio individuale, uscita): tralasciata',
    en: '"{value}" is no choice for the hour of religion (yes, alternative, assisted study, individual study, leaves): left out',
  },
  religionInstead: {
    it: 'non si avvale, ma non si dice che cosa fa in quell’ora (attività alternativa, studio assistito, studio individuale, uscita): scelta non registrata',
    en: 'does not attend religion, and what is done in that hour is not said (alternative, assisted study, individual study, leaves): no choice was recorded',
  },
  religionTwice: {
    it: 'le due colonne sull’ora di religione si contraddicono ("{value}"): scelta tralasciata',
    en: 'the two columns on the hour of religion contradict each other ("{value}"): the choice was left out',
  },
} as const satisfies Readonly<Record<string, Texts>>;
