import type { SymbolFacts } from '#domain/atom/symbol-facts.ts';
import { moduleId } from '#domain/atom/symbols/module-id.ts';
import { extensionOf } from '#domain/atom/language.ts';
import { readSignature, type Signature, type SignatureParameter } from '#engine/atomization/read-signature.ts';

/** What a plan promises others: `name` is `Class.method` for methods. */
export interface PlannedInterface {
  readonly file: string;
  readonly name: string;
  readonly signature: string;
}

/**
 * How symbols differ from planned exports, a sentence each; empty when they agree. Layout, semicolons, quotes, modifiers,
 * and whether a function is declared or a constant do not matter; what is not written on one side is not compared.
 */
export function matchInterface(symbols: readonly SymbolFacts[], planned: readonly PlannedInterface[]): string[] {
  return planned.flatMap((each) => {
    const found = symbols.filter((symbol) => symbol.file === each.file && plainName(symbol) === each.name);
    const [first] = found;
    if (first === undefined) return [`${each.file} does not define ${each.name}, which the plan promises.`];
    if (!found.some((symbol) => symbol.exported)) return [`${each.file} defines ${each.name} but does not export it.`];
    if (each.signature.trim() === '' || found.some((symbol) => agrees(symbol, each))) return [];
    return [`${each.name} in ${each.file} should be \`${each.signature}\` and is \`${first.signature}\`.`];
  });
}

/** Whether a symbol written anew still has the header that it had. */
export function keepsSignature(before: SymbolFacts, after: SymbolFacts): boolean {
  if (before.kind !== after.kind || before.exported !== after.exported) return false;
  return agrees(after, { file: before.file, name: before.name, signature: before.signature });
}

function plainName(symbol: SymbolFacts): string {
  const parts = symbol.id.replace(/#\d+$/u, '').split('.');
  const isMember = symbol.kind === 'method';
  const depth = isMember ? 2 : 1;
  return symbol.kind === 'module' ? moduleId(symbol.file) : parts.slice(-depth).join('.');
}

function agrees(symbol: SymbolFacts, planned: PlannedInterface): boolean {
  const name = planned.name.slice(planned.name.lastIndexOf('.') + 1);
  const wanted = readSignature(planned.signature, name);
  const given = readSignature(symbol.signature, symbol.name);
  return sameSignature(wanted, given, extensionOf(symbol.file) === '.py');
}

function sameSignature(wanted: Signature, given: Signature, namesCount: boolean): boolean {
  if (wanted.kind === 'callable' && given.kind === 'callable') {
    if (wanted.parameters.length !== given.parameters.length) return false;
    if (wanted.generics !== given.generics || !sameType(wanted.returns, given.returns)) return false;
    return wanted.parameters.every((parameter, index) => {
      const other = given.parameters[index];
      return other !== undefined && sameParameter(parameter, other, namesCount);
    });
  }
  if (wanted.kind === 'class' && given.kind === 'class') return wanted.header === given.header;
  if (wanted.kind === 'type' && given.kind === 'type') return wanted.text === given.text;
  // A value may hold a function by its type: only the type check can compare the two.
  return wanted.kind === 'value' ? given.kind !== 'value' || sameType(wanted.type, given.type) : given.kind === 'value';
}

/** In Python callers may use the names of parameters; elsewhere only the types count. */
function sameParameter(wanted: SignatureParameter, given: SignatureParameter, namesCount: boolean): boolean {
  if (wanted.isRest !== given.isRest || wanted.isOptional !== given.isOptional) return false;
  return (!namesCount || wanted.name === given.name) && sameType(wanted.type, given.type);
}

function sameType(wanted: string | null, given: string | null): boolean {
  return wanted === null || given === null || wanted === given;
}
