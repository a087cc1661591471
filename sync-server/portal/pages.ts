import type { LinkFault, LinkPage, PasswordProblem } from '../identity/recovery/follow-link.ts';
import { SHORTEST_PASSWORD } from '../../domain/base/passwords/password-length.ts';
import { frame } from './frame.ts';
import { html, type Html } from './html.ts';
import { schoolPath } from '../school/school-path.ts';
import { WORDS, type WebLanguage, type Words } from './words.ts';

/** The page of a link that can be followed. */
export function linkPage(language: WebLanguage, page: LinkPage, problem?: PasswordProblem): string {
  const words = WORDS[language];
  if (page.purpose === 'confirmEmail') {
    const { title, explain, button } = words.confirm;
    return frame(language, page.schoolName, title, [
      html`<p>${explain(page.address, page.username)}</p>`,
      html`<form method="post" action="?language=${language}">
        <button type="submit">${button}</button>
      </form>`,
    ]);
  }
  const { resetTitle, activateTitle } = words.password;
  const title = page.purpose === 'activate' ? activateTitle : resetTitle;
  const content = passwordForm(language, words, page, problem);
  // The window's title is what is read first of the page that comes after sending.
  const said = problem === undefined ? title : `${words.password.refused} · ${title}`;
  return frame(language, page.schoolName, title, content, said);
}

/** The page that says that all is done. */
export function donePage(language: WebLanguage, page: LinkPage): string {
  const { confirm, password, program } = WORDS[language];
  const isConfirmed = page.purpose === 'confirmEmail';
  const title = isConfirmed ? confirm.doneTitle : password.doneTitle;
  const text = isConfirmed ? confirm.done(page.address, page.username) : password.done(page.username);
  return frame(language, page.schoolName, title, [
    html`<p role="status">${text}</p>`,
    // Whoever comes from a letter or a mail may not have the program yet.
    html`<p><a href="${schoolPath(page.school)}?language=${language}">${program}</a></p>`,
  ]);
}

/** The page of a link that does nothing (any more), and what to do then. */
export function faultPage(language: WebLanguage, fault: LinkFault): string {
  const { title, help } = WORDS[language].faults[fault];
  return frame(language, undefined, title, [html`<p>${help}</p>`]);
}

function passwordForm(
  language: WebLanguage,
  { password }: Words,
  { username, isForOneAccount }: LinkPage,
  problem: PasswordProblem | undefined,
): readonly Html[] {
  const fault = problem
    ? html`<p class="fault" id="fault" role="alert">${password.problems[problem]}</p>`
    : html``;
  // Without a script it is the browser that brings the focus to what was refused, and the reason is read with the field.
  const described = problem
    ? html`aria-describedby="fault rule" ${problem === 'busy' ? html`` : html`aria-invalid="true"`} autofocus`
    : html`aria-describedby="rule"`;
  const least = String(SHORTEST_PASSWORD);
  return [
    fault,
    isForOneAccount ? html`<p>${password.oneAccount}</p>` : html``,
    html`<form method="post" action="?language=${language}">
      <label for="username">${password.username}</label>
      <input id="username" name="username" value="${username}" autocomplete="username" readonly />
      <p id="rule">${password.explain}</p>
      <label for="password">${password.first}</label>
      <input
        id="password"
        name="password"
        type="password"
        autocomplete="new-password"
        minlength="${least}"
        maxlength="1000"
        required
        ${described}
      />
      <p id="strength" aria-live="polite" hidden data-words="${password.strength.join('|')}"></p>
      <label for="repeated">${password.second}</label>
      <input
        id="repeated"
        name="repeated"
        type="password"
        autocomplete="new-password"
        maxlength="1000"
        required
      />
      <label class="check" id="show-label" hidden><input id="show" type="checkbox" /> ${password.show}</label>
      <button type="submit">${password.button}</button>
    </form>`,
  ];
}
