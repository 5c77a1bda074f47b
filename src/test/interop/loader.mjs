// Resolves contexts from the build's own files, did:key by itself, and everything else from the given base URL.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';

const DID_CONTEXTS = ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'];

export const multikeys = (multikey) => (multikey.startsWith('z6Mk') ? Ed25519Multikey : EcdsaMultikey);

export function documentLoader(contextsDir, baseUrl) {
  const contexts = new Map(
    JSON.parse(readFileSync(join(contextsDir, 'index.json'), 'utf8')).map(({ url, file }) => [url, file]),
  );
  return async (url) => {
    const document = contexts.has(url)
      ? JSON.parse(readFileSync(join(contextsDir, contexts.get(url)), 'utf8'))
      : await dereference(url, baseUrl);
    return { contextUrl: null, documentUrl: url, document, tag: 'static' };
  };
}

async function dereference(url, baseUrl) {
  const [resource, fragment] = url.split('#');
  const document = resource.startsWith('did:key:')
    ? didKeyDocument(resource)
    : await fetchJson(resource.startsWith('did:web:') ? didWebUrl(resource) : resource, baseUrl);
  if (!fragment) return document;
  const methods = [...(document.verificationMethod ?? []), ...(document.assertionMethod ?? [])];
  const method = methods.find((m) => m.id === url || m.id === `#${fragment}`);
  if (!method) throw new Error(`${resource} has no verification method #${fragment}`);
  return { '@context': 'https://w3id.org/security/multikey/v1', ...method };
}

function didKeyDocument(did) {
  const multikey = did.slice('did:key:'.length);
  const id = `${did}#${multikey}`;
  const method = { id, type: 'Multikey', controller: did, publicKeyMultibase: multikey };
  return { '@context': DID_CONTEXTS, id: did, verificationMethod: [method], assertionMethod: [id] };
}

function didWebUrl(did) {
  const [host, ...path] = did.slice('did:web:'.length).split(':');
  return `https://${decodeURIComponent(host)}/${path.length ? path.join('/') : '.well-known'}/did.json`;
}

async function fetchJson(url, baseUrl) {
  const wanted = new URL(url);
  if (!baseUrl || new URL(baseUrl).host !== wanted.host) throw new Error(`not allowed to fetch ${url}`);
  const answer = await fetch(new URL(wanted.pathname + wanted.search, baseUrl), {
    headers: { accept: 'application/ld+json, application/json' },
    redirect: 'error',
  });
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
  return answer.json();
}
