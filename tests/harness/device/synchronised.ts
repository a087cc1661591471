/** Where the page says how far its register has come: the attribute of the document. */
const MARK = 'register';

/** The register is being opened: what a screen shows is not whole yet. The key of a store that is whole already is asked for by others, the picture for one. */
export function noteOpening(): void {
  document.documentElement.dataset[MARK] ??= 'opening';
}

/** The device has what the school has, as far as the scenario lets it. */
export function noteSynchronised(): void {
  document.documentElement.dataset[MARK] = 'whole';
}
