// Comfort on top of pages that work without it.
for (const button of document.querySelectorAll('button[data-copies]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const field = document.getElementById(button.dataset.copies);
    try {
      await navigator.clipboard.writeText(field.value);
      const before = button.textContent;
      button.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = before; }, 2000);
    } catch {
      field.select(); // the browser keeps the clipboard to itself: the reader copies
    }
  });
}
for (const input of document.querySelectorAll('input[readonly], textarea[readonly]')) {
  input.addEventListener('focus', () => input.select());
}
