/** The matrix of rights as a page for whoever runs a school: who is in the columns is told above it. */
export function accessPage(table: MarkedTable, meeting: MarkedTable, past: MarkedTable): string {
  return `# Who reads and writes what

Drawn by \`domain/entries/access-matrix.test.ts\`, which tries every cell. The teacher, the coordinator and the teacher of religion have
class 1A, the colleague has 1B, the substitute has none and signs an hour as such. The stand-in stands in today in the first hour of 1A,
the stand-in of yesterday did so the day before. The principal's staff are of the whole school, of the
site of 1A, or of that of 1B; with the principal they write of a lesson that its roll was called, and nothing else. The office is one that
is not divided; the offices beside it are those of pupils and of personnel. The guardians and the student are of a pupil of 1A; one of them
represents the class, one may only read, one has no rights; the other guardian has a child who moved from 1B to 1A. The stranger is the
principal of another school, the leaver a guardian without a child here. What the office writes goes through its own pages, and not through
the synchronisation of devices that is shown here.

${drawn(table)}

## While a term meeting goes on

What the council of a class reads of its gradebooks, and that nobody writes in them: its period is closed (D24, D28). Cells are tried by
\`domain/entries/term-meeting-matrix.test.ts\`. The council has another subject of 1A than the one that is assessed, and the teacher that one. "During" is
while the office has the meeting of 1A open; who left the council did so the day before. Whoever supports a pupil of 1A, or the class, belongs to its council,
and reads no words in its columns, which may name others (F.5).

${drawn(meeting)}

## A school year that is over

Whoever asks for it reads it, and nobody writes by it ([ADR 36](adr/0036-reading-a-past-year.md)). Cells are tried by
\`domain/entries/past-year-matrix.test.ts\`. "Of then" and "of now" are appointments that held in one of the two years alone;
one teacher left class 1A in January, the stand-in stood in there on the last day of lessons. Families ask for no year.

${drawn(past)}
`;
}

/** Rows of marks under the names of those who ask. */
interface MarkedTable {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly marks: readonly string[] }[];
}

function drawn({ columns, rows }: MarkedTable): string {
  const words: Record<string, string> = {
    r: 'reads',
    w: 'writes',
    rw: 'reads, writes',
    p: 'reads in part',
    '.': '—',
  };
  const heads = ['', ...columns.map((name) => name.replaceAll(/([A-Z])/g, ' $1').toLowerCase())];
  const body = rows.map(({ name, marks }) => [name, ...marks.map((mark) => words[mark] ?? mark)]);
  const widths = heads.map((head, index) =>
    Math.max(3, head.length, ...body.map((row) => (row[index] ?? '').length)),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((text, index) => text.padEnd(widths[index] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(heads), rule, ...body.map(line)].join('\n');
}
