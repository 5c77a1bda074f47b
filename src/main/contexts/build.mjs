// Writes the JSON-LD contexts of locked npm packages, amended where they lag, as JSON resources.
//   node build.mjs <npmDir> <outDir> [--pin]
// One file a context, and index.json: [{ url, file, sha256 }]. Members keep their published order: the JSON-LD library
// that reads them takes a term that refers to a later one for a relative IRI.
// Fails when a context differs from its pin in pins.json; --pin writes the pins anew.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const [npmDir, outDir] = process.argv.slice(2, 4).map((path) => resolve(path));
const repin = process.argv.includes('--pin');

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Installs what the lock says, unless that is what is there. */
function install() {
  const stamp = join(npmDir, 'installed.sha256');
  const lock = sha256(readFileSync(join(here, 'package-lock.json')));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  mkdirSync(npmDir, { recursive: true });
  rmSync(stamp, { force: true });
  for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(here, file), join(npmDir, file));
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: npmDir,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  // bare names resolve from the importing file's folder, so the import must happen in npmDir
  writeFileSync(join(npmDir, 'load.mjs'), 'export default (name) => import(name);\n');
  writeFileSync(stamp, lock);
}

/** Adds members that the base lacks; a member that both have is a reason to look again. */
function withAdded(base, added, url) {
  const context = { ...base['@context'] };
  for (const [term, definition] of Object.entries(added['@context'])) {
    if (term in context) throw new Error(`${url}: the package has "${term}" by now; drop it from the amendment`);
    context[term] = definition;
  }
  return { ...base, '@context': context };
}

async function read(source, load) {
  if (source.amendment) return readJson(join(here, 'amendments', source.amendment));
  const module = await load(source.package);
  const base = (module.contexts ?? module.default.contexts).get(source.url);
  if (!base) throw new Error(`${source.package} has no context ${source.url}`);
  return source.added ? withAdded(base, readJson(join(here, 'amendments', source.added)), source.url) : base;
}

const fileName = (url) => url.replace(/^https:\/\//, '').replace(/\.json$/, '').replace(/[^A-Za-z0-9.-]+/g, '_') + '.json';

install();
const { default: load } = await import(pathToFileURL(join(npmDir, 'load.mjs')));
const pinsFile = join(here, 'pins.json');
const pins = existsSync(pinsFile) ? readJson(pinsFile) : {};
const index = [];
const differing = [];
mkdirSync(outDir, { recursive: true });
for (const source of readJson(join(here, 'sources.json'))) {
  const bytes = Buffer.from(JSON.stringify(await read(source, load)), 'utf8');
  const entry = { url: source.url, file: fileName(source.url), sha256: sha256(bytes) };
  if (pins[source.url] !== entry.sha256) differing.push(entry);
  writeFileSync(join(outDir, entry.file), bytes);
  index.push(entry);
}
if (repin) {
  writeFileSync(pinsFile, JSON.stringify(Object.fromEntries(index.map((e) => [e.url, e.sha256])), null, 2) + '\n');
} else if (differing.length > 0) {
  for (const { url, sha256: found } of differing) {
    console.error(`context ${url}: the pin is ${pins[url] ?? 'missing'}, the package gives ${found}`);
  }
  console.error('A changed context changes what signatures cover. If the change is meant, run build.mjs with --pin.');
  process.exit(1);
}
writeFileSync(join(outDir, 'index.json'), JSON.stringify(index, null, 2) + '\n');
