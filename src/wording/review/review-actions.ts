/** Said in every comment, for each must be understood alone; so it is as short as it can be. */
export function reviewActions(accept: string, suggests: boolean): string {
  const edit = suggests ? 'apply the suggestion, or edit it on the branch' : 'edit it on the branch';
  return [
    `- **${accept}**: resolve this thread, or reply \`/mge approve\``,
    `- **Change it yourself**: ${edit}`,
    '- **Have it written anew**: reply `/mge regenerate` and what to change',
  ].join('\n');
}
