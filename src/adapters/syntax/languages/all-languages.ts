import { javascript } from '#adapters/syntax/languages/ecmascript/javascript.ts';
import { tsx } from '#adapters/syntax/languages/ecmascript/tsx.ts';
import { typescript } from '#adapters/syntax/languages/ecmascript/typescript.ts';
import { go } from '#adapters/syntax/languages/go/go.ts';
import { python } from '#adapters/syntax/languages/python/python.ts';

/** Every language that MGE reads: a new one is a folder here and a line in this list. */
export const allLanguages = [python, typescript, tsx, javascript, go];
