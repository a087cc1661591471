/** The shortest password that is taken: by the schools, and by a computer for its own data. */
export const SHORTEST_PASSWORD = 10;
