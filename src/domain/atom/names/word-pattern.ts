/** Finds a name where it stands as a word of its own. */
export function wordPattern(name: string): RegExp {
  return new RegExp(`(?<![\\w$])${name.replaceAll(/[^\w]/gu, '\\$&')}(?![\\w$])`, 'u');
}
