// What the page can do without: showing the password, and whether it is long enough. The server decides.
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

  // What is common or personal only the server knows: a word on strength from here would contradict it.
  const [tooShort, longEnough] = strength.dataset.words.split('|');
  password.addEventListener('input', () => {
    // What was refused is no longer what stands there: one verdict at a time.
    document.querySelector('#fault')?.remove();
    password.removeAttribute('aria-invalid');
    password.setAttribute('aria-describedby', 'rule');
    const length = [...password.value].length;
    strength.hidden = length === 0;
    strength.textContent = length < password.minLength ? tooShort : longEnough;
  });
}
