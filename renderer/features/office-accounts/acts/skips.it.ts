/** Why an act of the office left an account as it was. */
export const accountSkips = {
  unknown: 'non esiste più',
  activated: 'ha già scelto la sua password',
  blocked: 'è bloccato',
  notBlocked: 'non è bloccato',
  hasLink: 'ha già ricevuto un link di attivazione che vale ancora',
  noAddress: 'non ha un indirizzo nell’anagrafica',
  addressInDoubt:
    'ha un indirizzo arrivato con un’importazione incerta: controllalo e scegli «Conferma l’indirizzo incerto» nel suo menu',
  addressWaits: 'ha un nuovo indirizzo che aspetta la conferma di una seconda persona, qui sopra',
  addressReplaced: 'ha solo indirizzi sostituiti dall’elenco o rifiutati',
  noOfficePassword: 'non ha una password della segreteria',
  onlyAccount: 'è il solo account',
  own: 'è il tuo account',
  byAuthor: 'il cambio l’hai scritto tu: deve deciderlo un’altra persona',
  changed: 'i dati sono cambiati mentre li guardavi: controllali e conferma di nuovo',
  nothingWaits: 'non ha niente da confermare',
} as const;
