// Asks schema.org's vocabulary, as the types that schema-dts makes of it, whether each property stands in its domain and each
// value in its range: a document becomes a typed constant, and TypeScript says what is wrong with it.
import ts from 'typescript';

const OPTIONS = {
  strict: true,
  noEmit: true,
  types: [],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};

export function faults(documents) {
  const files = new Map(Object.entries(documents).map(([name, document]) => [`${name}.ts`, constant(document)]));
  const host = ts.createCompilerHost(OPTIONS);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.getSourceFile = (name, language) =>
    files.has(name) ? ts.createSourceFile(name, files.get(name), language) : getSourceFile(name, language);
  const program = ts.createProgram([...files.keys()], OPTIONS, host);
  return Object.fromEntries([...files.keys()].map((name) => [name.slice(0, -3), diagnosed(program, name)]));
}

const constant = (document) =>
  `import type { ${document['@type']}, WithContext } from 'schema-dts';
export const document: WithContext<${document['@type']}> = ${JSON.stringify(document, null, 2)};`;

const diagnosed = (program, name) =>
  ts.getPreEmitDiagnostics(program, program.getSourceFile(name))
    .map((fault) => ts.flattenDiagnosticMessageText(fault.messageText, ' '));
