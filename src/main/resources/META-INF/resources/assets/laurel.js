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
