import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import process from 'node:process';
import { parentPort } from 'node:worker_threads';
import { Language, Parser } from 'web-tree-sitter';

// The parser alone, as a thread or as a process: says `ready`, parses the files that it is given, says `done`.
const port = parentPort ?? {
  on: (name, take) => process.on(name, take),
  postMessage: (message) => process.send?.(message),
};

await Parser.init();
const require = createRequire(import.meta.url);
const load = async (name) => Language.load(require.resolve(name));
const javascript = await load('tree-sitter-javascript/tree-sitter-javascript.wasm');
const typescript = await load('tree-sitter-typescript/tree-sitter-typescript.wasm');
const tsx = await load('tree-sitter-typescript/tree-sitter-tsx.wasm');
const python = await load('tree-sitter-python/tree-sitter-python.wasm');
const languages = { ts: typescript, mts: typescript, cts: typescript, tsx, py: python };
const parser = new Parser();

port.on('message', (paths) => {
  for (const path of paths) {
    parser.setLanguage(languages[path.slice(path.lastIndexOf('.') + 1)] ?? javascript);
    parser.parse(readFileSync(path, 'utf8'))?.delete();
  }
  port.postMessage('done');
});
port.postMessage('ready');
