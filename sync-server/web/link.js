// What the page can do without: showing the password, and a rough word on its strength. The server decides.
const password = document.querySelector('#password');
const repeated = document.querySelector('#repeated');
const strength = document.querySelector('#strength');
const show = document.querySelector('#show');

if (password && repeated && strength && show) {
  show.parentElement.hidden = false;
  show.addEventListener('change', () => {
    const type = show.checked ? 'text' : 'password';
    password.type = type;
    repeated.type = type;
  });

  const words = strength.dataset.words.split('|');
  password.addEventListener('input', () => {
    const { value } = password;
    const kinds = new Set(value.toLowerCase()).size;
    const score =
      value.length < 10 || kinds < 6 ? 1 : Math.min(4, 2 + Math.floor((value.length + kinds) / 16));
    strength.hidden = value === '';
    strength.textContent = words[score];
  });
}
