/** Outside classes and functions that register keep what they are given, and call it another time. */
export function keepsCallbacks(name: string): boolean {
  return /^(?:[A-Z]|(?:add|on|once|register|set|signal|connect|subscribe|listen|schedule|submit|nextTick|defer|call_later|call_soon|partial)(?![a-z]))/u.test(
    name,
  );
}
