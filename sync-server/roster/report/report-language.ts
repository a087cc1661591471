/** Languages of the reports. */
export type ReportLanguage = 'it' | 'en';

/** A text in both languages. */
export type Texts = Readonly<Record<ReportLanguage, string>>;
