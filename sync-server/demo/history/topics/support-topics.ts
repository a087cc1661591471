import type { SchoolLevel } from '../../../../domain/kinds/school/record.ts';

/** What is done with a pupil who has support, by level. */
export const SUPPORT_TOPICS: Readonly<Record<SchoolLevel, readonly string[]>> = {
  primary: [
    'Lettura condivisa con immagini: comprensione del testo in tre domande',
    'Calcolo con i regoli: addizioni entro il 20',
    'Riordino di sequenze temporali della giornata',
    'Scrittura di brevi frasi con le parole chiave della lezione',
    'Gioco a coppie: rispetto dei turni e delle regole',
    'Motricità fine: ritaglio e collage sulla stagione',
    'Problemi concreti con il denaro',
  ],
  lowerSecondary: [
    'Mappa concettuale del capitolo, con parole chiave e immagini',
    'Esercizi graduati di calcolo con la tabella dei passaggi',
    'Preparazione dell’interrogazione con domande guida',
    'Lettura facilitata del brano e riassunto in cinque frasi',
    'Uso della sintesi vocale sul testo di studio',
    'Lavoro a coppie con tutor: esercizi della lezione semplificati',
    'Organizzazione del diario e del materiale della settimana',
  ],
  upperSecondary: [
    'Schema della lezione con formulario personale',
    'Prova equipollente: revisione degli esercizi svolti',
    'Mappa digitale dell’argomento e ripasso con schede',
    'Metodo di studio: sottolineare, annotare, esporre',
    'Esercitazione guidata con tempi aggiuntivi',
    'Avvio al progetto di vita: colloquio di orientamento simulato',
    'Lettura di un articolo scientifico con glossario',
  ],
};
