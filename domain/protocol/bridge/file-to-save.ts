/** A file to save through the system's dialog. */
export interface FileToSave {
  readonly suggestedName: string;
  readonly mediaType: 'application/json' | 'text/csv' | 'application/pdf' | 'text/plain';
  /** Text, or base 64 of the bytes for a PDF. */
  readonly content: string;
}
