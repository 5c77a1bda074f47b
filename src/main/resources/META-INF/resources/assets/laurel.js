// Comfort on top of pages that work without it.
for (const button of document.querySelectorAll('button[data-copies]')) {
  const field = document.getElementById(button.dataset.copies);
  const told = document.getElementById(`${field.id}-told`);
  button.hidden = false;
  button.addEventListener('click', async () => {
    told.textContent = ''; // so that the same words are told again
    try {
      await navigator.clipboard.writeText(field.value);
      told.textContent = button.dataset.done;
    } catch {
      field.focus(); // the browser keeps the clipboard to itself: the reader copies what is selected
      field.select();
      told.textContent = button.dataset.refused;
    }
  });
}
for (const input of document.querySelectorAll('input[readonly], textarea[readonly]')) {
  input.addEventListener('focus', () => input.select());
}

// With htmx a form changes the page in place; what it cannot do the browser does as it would have without.
for (const failure of ['htmx:sendError', 'htmx:timeout', 'htmx:swapError']) {
  document.addEventListener(failure, (event) => event.target.closest('form')?.submit());
}
document.addEventListener('htmx:afterSettle', (event) => {
  if (event.detail.target.id === 'main') document.getElementById('main').focus();
});

// How much of a file has been sent.
document.addEventListener('htmx:xhr:progress', (event) => {
  const sending = event.target.querySelector?.('.sending');
  if (!sending || !event.detail.lengthComputable) return;
  const { loaded, total } = event.detail;
  const told = loaded < total ? sending.dataset.sending : sending.dataset.sent;
  sending.hidden = false;
  sending.querySelector('progress').value = Math.floor(100 * loaded / total);
  if (sending.lastElementChild.textContent !== told) sending.lastElementChild.textContent = told;
});

// What changes by itself is asked for again and again; when it has come to rest, or is not there any more, so is the page.
const again = () => {
  const here = new URL(location.href);
  here.searchParams.delete('done');
  if (here.href === location.href) location.reload();
  else location.replace(here);
};
document.addEventListener('htmx:beforeSwap', (event) => {
  if (event.detail.target.id !== 'live') return;
  const asked = new DOMParser().parseFromString(event.detail.serverResponse, 'text/html').getElementById('live');
  if (asked?.hasAttribute('hx-get')) return;
  event.detail.shouldSwap = false;
  again();
});
