// Signs a credential in every form, each with a fresh did:key that becomes its issuer. `claims` and `header` are put over
// what the JWTs would hold, so that a fault can be signed, too.
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import { cryptosuite as ecdsaRdfc2019 } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite as eddsaRdfc2022 } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { CompactSign, exportJWK, generateKeyPair } from 'jose';

const ed25519 = () => Ed25519Multikey.generate();
const ecdsa = (curve) => () => EcdsaMultikey.generate({ curve });

export async function sign({ credential, claims, header }, documentLoader) {
  return {
    'eddsa-rdfc-2022': await embedded(credential, documentLoader, ed25519, eddsaRdfc2022),
    'ecdsa-rdfc-2019 P-256': await embedded(credential, documentLoader, ecdsa('P-256'), ecdsaRdfc2019),
    'ecdsa-rdfc-2019 P-384': await embedded(credential, documentLoader, ecdsa('P-384'), ecdsaRdfc2019),
    'jwt EdDSA': await jwt(credential, Ed25519Multikey, 'EdDSA', { claims, header }),
    'jwt ES256': await jwt(credential, EcdsaMultikey, 'ES256', { claims, header }),
  };
}

function named(keyPair) {
  const multikey = keyPair.publicKeyMultibase;
  keyPair.controller = `did:key:${multikey}`;
  keyPair.id = `${keyPair.controller}#${multikey}`;
  return keyPair;
}

async function embedded(template, documentLoader, generate, cryptosuite) {
  const key = named(await generate());
  const suite = new DataIntegrityProof({ signer: key.signer(), cryptosuite });
  return vc.issue({ credential: issuedBy(template, key.controller), suite, documentLoader });
}

async function jwt(template, library, alg, { claims, header }) {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const key = named(await library.fromJwk({ jwk: await exportJWK(publicKey) }));
  const credential = issuedBy(template, key.controller);
  const payload = {
    ...credential,
    iss: key.controller,
    sub: credential.credentialSubject.id,
    jti: credential.id,
    nbf: Date.parse(credential.validFrom) / 1000,
    ...(credential.validUntil && { exp: Date.parse(credential.validUntil) / 1000 }),
    ...claims,
  };
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg, kid: key.id, typ: 'JWT', ...header })
    .sign(privateKey);
}

function issuedBy(template, did) {
  const credential = structuredClone(template);
  credential.issuer = typeof credential.issuer === 'string' ? did : { ...credential.issuer, id: did };
  return credential;
}
