/** Towns that no map shows, around the two schools. */
export const TOWNS = ['Rocca Serena', 'Borgoforno', 'Pieve di Sotto', 'Castelgallo', 'Ponte Salice'] as const;
/** Streets of those towns. */
export const STREETS = [
  'via Roma',
  'via Garibaldi',
  'via dei Tigli',
  'viale della Repubblica',
  'via don Minzoni',
  'piazza del Mercato',
  'via Po',
  'via Matteotti',
  'strada del Mulino',
  'via San Rocco',
  'via Gramsci',
  "vicolo dell'Orto",
  'via Marie Curie',
] as const;
