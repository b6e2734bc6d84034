import { afterAll, beforeAll, expect, test } from 'vitest';
import { createGate } from '#local/openapi/create-gate.ts';
import { startGitHubStage, type GitHubStage } from '#test/support/local-github.ts';

let stage: GitHubStage;
beforeAll(async () => {
  stage = await startGitHubStage();
});
afterAll(() => stage.close());

test('what GitHub does not describe is found: fields, parameters, routes, questions', async () => {
  const { github, octokit, at } = stage;
  const number = github.human.as('ada', 'acme/shop').openIssue({ title: 'Planted' });
  const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
  await octokit.request(route, { ...at, issue_number: number, body: 'hi', colour: 'red' });
  await octokit.request('GET /repos/{owner}/{repo}/issues', { ...at, sorted: 'yes' });
  await expect(octokit.request('GET /repos/{owner}/{repo}/teapots', at)).rejects.toMatchObject({ status: 404 });
  await expect(octokit.graphql('{ viewer { shoeSize } }')).rejects.toThrow('shoeSize');
  const findings = github.gateFindings();
  expect(findings).toEqual([
    expect.stringContaining('must NOT have additional properties (colour)'),
    expect.stringContaining('unknown query parameter sorted'),
    expect.stringContaining('GET /repos/acme/shop/teapots: no such route here'),
    expect.stringContaining('Cannot query field "shoeSize"'),
  ]);
});

test('a wrong answer and a wrong payload are found', () => {
  const gate = createGate();
  const user = { login: 'ada' };
  expect(gate.checkResponse('get /repos/{owner}/{repo}/issues/{issue_number}', 200, { id: 1, user })).toHaveLength(1);
  expect(gate.checkResponse('get /repos/{owner}/{repo}/issues/{issue_number}', 299, {})).toEqual([
    'get /repos/{owner}/{repo}/issues/{issue_number}: GitHub never answers 299',
  ]);
  expect(gate.checkPayload('issues-opened', { action: 'opened', sender: user })).toHaveLength(1);
  expect(gate.checkPayload('issues-invented', {})).toEqual(['issues-invented: not described by GitHub']);
});
