/** A class called late or sent home early, in Italian. */
export const it = {
  classMovement: {
    name: 'Entrata o uscita della classe',
    from: 'La classe entra alle {{time}}',
    to: 'La classe esce alle {{time}}',
    byTheBell: 'La classe segue il suo orario',
    expected: 'Entrata e uscita della classe',
    movementReason: 'Motivo',
    because: 'Motivo: {{text}}',
    at: {
      toBegin: 'Le lezioni di {{name}} cominciano alle {{time}}',
      over: 'Le lezioni di {{name}} sono finite alle {{time}}',
      calledLater: 'La scuola aspetta {{name}} alle {{time}}',
      sentHome: 'La scuola ha fatto uscire {{name}} alle {{time}}',
      left: 'uscita con la classe alle {{time}}',
      comes: 'entrata prevista alle {{time}}',
      inLastLesson: 'In classe all’ultima ora',
      notAbsent: 'Non risultano assenti',
    },
  },
} as const;
