/** One step of the database's shape; applied once, in order, all in one transaction. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}
