/** A titled part of a prompt, or an empty string when there is nothing to say. */
export function section(title: string, body: string): string {
  return body.trim() === '' ? '' : `## ${title}\n${body.trim()}`;
}

/** Parts of a prompt, the empty ones left out. */
export function joinSections(...sections: readonly string[]): string {
  return sections.filter((each) => each !== '').join('\n\n');
}
