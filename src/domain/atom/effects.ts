const random =
  /^(?:Math\.random|Date\.now|performance\.now|crypto\.(?:randomUUID|getRandomValues)|process\.hrtime|random\.\w+|time\.(?:time|monotonic|perf_counter)|datetime\.(?:now|utcnow|today)|datetime\.datetime\.(?:now|utcnow)|date\.today|uuid\.uuid[14]|uuid[14]|secrets\.\w+|os\.(?:urandom|getenv|environ\.get)|randomUUID|Date)$/u;

const effect =
  /^(?:console\.\w+|fetch|process\.(?:exit|stdout\.write|stderr\.write)|(?:fs|fsp|fsPromises)\.\w+|(?:read|write|append|mkdir|rm|unlink|copy)(?:File|Dir)?(?:Sync)?|readFile|writeFile|localStorage\.\w+|print|input|open|os\.(?:remove|rename|mkdir|makedirs|unlink|system|replace)|subprocess\.\w+|requests\.\w+|urllib\.request\.\w+|shutil\.\w+|socket\.\w+|sys\.(?:exit|stdout\.write|stderr\.write))$/u;

/** Calls whose result differs from run to run: clocks, randomness, the environment. `Date` counts as called without a seed. */
export function findRandomness(calls: readonly string[]): string[] {
  return calls.filter((call) => random.test(call));
}

/** Calls that read or write the outside world. */
export function findEffects(calls: readonly string[]): string[] {
  return calls.filter((call) => effect.test(call));
}
