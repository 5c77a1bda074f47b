// Verifies with @digitalbazaar/vc (embedded proofs, status) and jose (JWT).
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite as ecdsaRdfc2019 } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import { cryptosuite as eddsaRdfc2022 } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import { compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import { multikeys } from './loader.mjs';

const suites = () => [eddsaRdfc2022, ecdsaRdfc2019].map((cryptosuite) => new DataIntegrityProof({ cryptosuite }));

export async function verify(credential, documentLoader) {
  try {
    return typeof credential === 'string'
      ? await verifyJwt(credential.trim(), documentLoader)
      : await verifyEmbedded(credential, documentLoader);
  } catch (error) {
    return { verified: false, error: told(error) };
  }
}

async function verifyEmbedded(credential, documentLoader) {
  const result = await vc.verifyCredential({
    credential,
    suite: suites(),
    documentLoader,
    checkStatus: (options) => status(options.credential, documentLoader),
  });
  if (result.verified) return { verified: true };
  return { verified: false, error: told(result.error) || told(result.statusResult?.error) };
}

async function verifyJwt(jwt, documentLoader) {
  const { kid } = decodeProtectedHeader(jwt);
  const { document: method } = await documentLoader(kid);
  const { document: controller } = await documentLoader(kid.split('#')[0]);
  if (!controller.assertionMethod.some((m) => (m.id ?? m) === kid)) throw new Error('the key may not assert');
  const { payload } = await compactVerify(jwt, await publicKey(method, decodeProtectedHeader(jwt).alg));
  const credential = JSON.parse(new TextDecoder().decode(payload));
  const expected = {
    iss: credential.issuer?.id ?? credential.issuer,
    sub: credential.credentialSubject.id,
    jti: credential.id,
    nbf: Date.parse(credential.validFrom) / 1000,
    exp: credential.validUntil && Date.parse(credential.validUntil) / 1000,
  };
  for (const [claim, value] of Object.entries(expected)) {
    if (credential[claim] !== value) throw new Error(`${claim} is ${credential[claim]}, not ${value}`);
  }
  if (method.controller !== expected.iss) throw new Error('the key is not the issuer’s');
  if (credential.credentialStatus) {
    const outcome = await status(credential, documentLoader);
    if (!outcome.verified) throw outcome.error ?? new Error('revoked or suspended');
  }
  return { verified: true };
}

async function publicKey(method, alg) {
  if (method.publicKeyJwk) return importJWK(method.publicKeyJwk, alg);
  const library = multikeys(method.publicKeyMultibase);
  return importJWK(await library.toJwk({ keyPair: await library.from(method) }), alg);
}

// The library's "verified" says only that the list could be checked; the bit itself is each result's "status".
async function status(credential, documentLoader) {
  if (!credential.credentialStatus) return { verified: true };
  const outcome = await checkStatus({
    credential,
    documentLoader,
    suite: suites(),
    verifyBitstringStatusListCredential: true,
  });
  if (!outcome.verified) return outcome;
  const inForce = outcome.results.every((result) => !result.status);
  return inForce ? outcome : { verified: false, error: new Error('revoked or suspended') };
}

const told = (error) => [error?.message, ...(error?.errors ?? []).map((e) => e.message)].filter(Boolean).join(': ');
