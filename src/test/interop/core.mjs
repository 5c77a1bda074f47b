// Verifies with @digitalcredentials/verifier-core, the verifier that learners' wallets and VerifierPlus use. It reads embedded
// Ed25519 proofs only. It takes no document loader, so that the one way out it has, the global fetch, is replaced before it
// is loaded: the host of baseUrl is asked over baseUrl, whatever the scheme; everything else is refused.
export async function verifyWithCore(credential, baseUrl) {
  globalThis.fetch = guarded(globalThis.fetch, baseUrl);
  console.log = console.error = () => {}; // the schema's host is refused, and the library says so on standard output
  const { verifyCredential } = await import('@digitalcredentials/verifier-core');
  const result = await verifyCredential({ credential, knownDIDRegistries: [] });
  const steps = Object.fromEntries((result.log ?? []).map((step) => [step.id, step.valid ?? step.error?.name ?? false]));
  return { steps, errors: (result.errors ?? []).map((error) => error.name) };
}

function guarded(fetch, baseUrl) {
  return async (resource, options) => {
    const request = new Request(resource, options);
    const wanted = new URL(request.url);
    if (!baseUrl || wanted.host !== new URL(baseUrl).host) throw new TypeError(`not allowed to fetch ${request.url}`);
    return fetch(new URL(wanted.pathname + wanted.search, baseUrl), { headers: request.headers, redirect: 'error' });
  };
}
