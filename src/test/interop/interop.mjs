// A second opinion by libraries that are not ours. Reads one JSON request from standard input, writes one JSON answer.
//   node interop.mjs <contextsDir> verify   { credential, baseUrl? }  →  { verified, error? }
//   node interop.mjs <contextsDir> core     { credential, baseUrl? }  →  { steps: { <step>: true|false|error }, errors: [name…] }
//   node interop.mjs <contextsDir> sign     { credential, claims?, header? } →  { <form>: signed credential or JWT, … }
//   node interop.mjs <contextsDir> canonize { document }              →  { canonical }
//   node interop.mjs <contextsDir> schemaorg { <name>: JSON-LD, … }   →  { <name>: [what is wrong, in words…] }
//   node interop.mjs <contextsDir> webhook  { secret, headers, body }  →  { verified, error? }
//   node interop.mjs <contextsDir> bits     { length, set: [index…] } →  { encodedList }
// `credential` is JSON, or the text of a compact JWS. DID documents, keys and status lists of the host in `baseUrl` are
// fetched from there, whatever scheme the identifiers imply; nothing else is fetched.
import { BitstringStatusList } from '@digitalbazaar/vc-bitstring-status-list';
import jsonld from 'jsonld';
import { buffer } from 'node:stream/consumers';
import { verifyWithCore } from './core.mjs';
import { documentLoader } from './loader.mjs';
import { sign } from './sign.mjs';
import { verify } from './verify.mjs';

const [contexts, command] = process.argv.slice(2);
const request = JSON.parse((await buffer(process.stdin)).toString('utf8'));
const load = documentLoader(contexts, request.baseUrl);
const commands = {
  verify: () => verify(request.credential, load),
  core: () => verifyWithCore(request.credential, request.baseUrl),
  sign: () => sign(request, load),
  canonize: async () => ({
    canonical: await jsonld.canonize(request.document, {
      algorithm: 'RDFC-1.0',
      format: 'application/n-quads',
      documentLoader: load,
      safe: true,
    }),
  }),
  schemaorg: async () => (await import('./schemaorg.mjs')).faults(request), // a compiler, loaded by those who need it
  webhook: async () => {
    const { Webhook } = await import('standardwebhooks');
    try {
      new Webhook(request.secret).verify(request.body, request.headers);
      return { verified: true };
    } catch (error) {
      return { verified: false, error: error.message };
    }
  },
  bits: async () => {
    const list = new BitstringStatusList({ length: request.length });
    for (const index of request.set) list.setStatus(index, true);
    return { encodedList: await list.encode() };
  },
};
process.stdout.write(JSON.stringify(await commands[command]()));
