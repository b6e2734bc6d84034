import type { Results } from '#domain/verdict/results.ts';

/** The runner shows ten of a kind a step; more would only fill the log. */
const MAX_ANNOTATIONS = 10;

/** Workflow commands that mark failures at their lines; one for each distinct failure. */
export function renderAnnotations(results: Results): string[] {
  const evidence = results.atoms.flatMap((atom) =>
    atom.checks.flatMap((check) => (check.evidence === null ? [] : [check.evidence])),
  );
  const distinct = new Map(evidence.map((one) => [one.fingerprint, one]));
  return [...distinct.values()].slice(0, MAX_ANNOTATIONS).map((one) => {
    const place = one.file === null ? '' : `file=${property(one.file)},${one.line === null ? '' : `line=${one.line},`}`;
    return `::error ${place}title=${property(`MGE: ${one.check}`)}::${data(one.message)}`;
  });
}

/** Escapes of the runner's own command syntax: text of the target must not become a command. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
