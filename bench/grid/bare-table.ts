/** A bare HTML table of fields with a live average in each row and column, written into the page by hand: the floor of a gradebook. Runs in the page, alone. */
export function drawBareTable([rows, columns]: readonly [number, number]): void {
  document.body.innerHTML =
    '<main><div id="region"><table><thead></thead><tbody></tbody><tfoot></tfoot></table></div></main>';
  const style = document.createElement('style');
  style.textContent =
    '#region { max-height: 60vh; overflow: auto } table { border-spacing: 0; table-layout: fixed; font: 13px sans-serif }' +
    'th, td { width: 58px; height: 34px; padding: 0; border: 1px solid #ddd } td input { width: 50px; border: 0; text-align: center }' +
    'thead th { position: sticky; top: 0; background: #eee } tbody th { position: sticky; left: 0; background: #fff }';
  document.head.append(style);
  const fields: HTMLInputElement[][] = [];
  const averages: HTMLElement[] = [];
  const table = document.querySelector('table');
  if (!table) return;
  const cell = (line: HTMLElement, kind: 'td' | 'th', text: string) => {
    const made = document.createElement(kind);
    made.textContent = text;
    line.append(made);
    return made;
  };
  const head = table.tHead?.insertRow();
  if (head)
    for (let column = -1; column < columns; column += 1)
      cell(head, 'th', column < 0 ? 'Alunno' : `Prova ${column + 1}`);
  for (let row = 0; row < rows; row += 1) {
    const line = document.createElement('tr');
    cell(line, 'th', `Alunno ${row + 1}`);
    fields.push(
      Array.from({ length: columns }, (_, column) => {
        const field = document.createElement('input');
        field.value = (row + column) % 5 === 0 ? '' : String(4 + ((row + column) % 7));
        cell(line, 'td', '').append(field);
        return field;
      }),
    );
    averages.push(cell(line, 'td', ''));
    table.tBodies[0]?.append(line);
  }
  const foot = table.tFoot?.insertRow();
  const below = Array.from({ length: columns }, () => (foot ? cell(foot, 'td', '') : undefined));
  const averageOf = (texts: readonly string[]) => {
    const numbers = texts.filter((text) => text !== '').map(Number);
    return String(numbers.reduce((sum, each) => sum + each, 0) / numbers.length);
  };
  table.addEventListener('input', ({ target }) => {
    const row = fields.findIndex((line) => line.some((field) => field === target));
    const column = fields[row]?.findIndex((field) => field === target) ?? -1;
    const average = averages[row];
    if (average) average.textContent = averageOf(fields[row]?.map(({ value }) => value) ?? []);
    const mean = below[column];
    if (mean) mean.textContent = averageOf(fields.map((line) => line[column]?.value ?? ''));
  });
  table.addEventListener('keydown', ({ key, target }) => {
    if (key !== 'Enter') return;
    const row = fields.findIndex((line) => line.some((field) => field === target));
    const column = fields[row]?.findIndex((field) => field === target) ?? -1;
    const next = fields[row + 1]?.[column];
    next?.focus();
    next?.select();
  });
}
