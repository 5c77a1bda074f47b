// Passkeys need a script: the browser speaks to the device. Without one, or in a browser that cannot, the password does.
const able = window.PublicKeyCredential?.parseCreationOptionsFromJSON && window.PublicKeyCredential?.parseRequestOptionsFromJSON;

async function sent(path, body) {
  const answer = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  if (!answer.ok) {
    throw new Error(`${path}: ${answer.status}`);
  }
  return answer.json();
}

/** Does it while the form waits, and tells when it fails. */
async function attempt(form, work) {
  const told = form.querySelector('[role=status]');
  const button = form.querySelector('button');
  told.textContent = ''; // so that the same words are told again
  button.disabled = true;
  try {
    await work();
  } catch (failure) {
    button.disabled = false;
    button.focus();
    told.textContent = failure.name === 'InvalidStateError' ? form.dataset.known : form.dataset.failed;
  }
}

const entry = document.getElementById('passkey-sign-in');
if (entry && able) {
  entry.hidden = false;
  entry.addEventListener('submit', (event) => {
    event.preventDefault();
    attempt(entry, async () => {
      const { publicKey } = await sent('/sign-in/passkey/options', {});
      const credential = await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(publicKey) });
      await sent('/sign-in/passkey', { credential: credential.toJSON() });
      location.assign(entry.dataset.next);
    });
  });
}

const addition = document.getElementById('passkey-add');
if (addition && able) {
  addition.hidden = false;
  addition.addEventListener('submit', (event) => {
    event.preventDefault();
    attempt(addition, async () => {
      const { publicKey } = await sent('/api/v1/people/me/passkeys/options', {});
      const credential = await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey) });
      await sent('/api/v1/people/me/passkeys', { name: addition.elements.name.value, credential: credential.toJSON() });
      location.assign('/console?done=passkey');
    });
  });
}
