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
  },
} as const;
