import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allRoutes } from '#local/github/routes/all-routes.ts';
import { startGitHubStage, type GitHubStage } from '#test/support/local-github.ts';

const workflow = 'name: MGE\non: workflow_dispatch\njobs: {}\n';
let stage: GitHubStage;
beforeAll(async () => {
  stage = await startGitHubStage({
    run: () =>
      Promise.resolve({
        conclusion: 'failure',
        artifacts: [{ name: 'r', archive: zipSync({ r: strToU8('r') }) }],
        log: 'l',
      }),
  });
});
afterAll(() => stage.close());

async function useApp(): Promise<void> {
  const { appOctokit, octokit, at } = stage;
  await appOctokit.apps.getAuthenticated();
  const { data } = await appOctokit.apps.listInstallations();
  const installation_id = data[0]?.id ?? 0;
  await appOctokit.apps.getInstallation({ installation_id });
  await appOctokit.apps.createInstallationAccessToken({ installation_id, repositories: ['shop'] });
  await appOctokit.apps.getRepoInstallation(at);
  await octokit.apps.listReposAccessibleToInstallation();
  await octokit.rateLimit.get();
  await stage.told();
  const { data: deliveries } = await appOctokit.apps.listWebhookDeliveries();
  await appOctokit.apps.redeliverWebhookDelivery({ delivery_id: deliveries[0]?.id ?? 0 });
  await octokit.meta.get();
}

async function useRepository(): Promise<string> {
  const { octokit, at } = stage;
  await octokit.repos.get(at);
  await octokit.repos.listBranches(at);
  const { data: branch } = await octokit.repos.getBranch({ ...at, branch: 'main' });
  const sha = branch.commit.sha;
  await octokit.repos.getCollaboratorPermissionLevel({ ...at, username: 'ada' });
  await octokit.repos.listCommits(at);
  await octokit.repos.getCommit({ ...at, ref: 'main' });
  await octokit.repos.compareCommitsWithBasehead({ ...at, basehead: 'main...main' });
  await octokit.repos.getContent({ ...at, path: 'src' });
  const path = '.github/workflows/mge.yml';
  await octokit.repos.createOrUpdateFileContents({
    ...at,
    path,
    message: 'm',
    content: Buffer.from(workflow).toString('base64'),
  });
  const { data: blob } = await octokit.git.createBlob({ ...at, content: 'one\ntwo\n' });
  await octokit.git.getBlob({ ...at, file_sha: blob.sha });
  const tree = [{ path: 'a b/ü.txt', mode: '100644', type: 'blob', sha: blob.sha }] as const;
  const { data: made } = await octokit.git.createTree({ ...at, base_tree: sha, tree: [...tree] });
  await octokit.git.getTree({ ...at, tree_sha: made.sha });
  const { data: commit } = await octokit.git.createCommit({ ...at, message: 'm', tree: made.sha, parents: [sha] });
  await octokit.git.getCommit({ ...at, commit_sha: commit.sha });
  await octokit.git.createRef({ ...at, ref: 'refs/heads/side', sha });
  await octokit.git.updateRef({ ...at, ref: 'heads/side', sha: commit.sha });
  await octokit.git.getRef({ ...at, ref: 'heads/side' });
  await octokit.git.listMatchingRefs({ ...at, ref: 'heads' });
  await octokit.git.createRef({ ...at, ref: 'refs/tags/v1', sha });
  await octokit.git.deleteRef({ ...at, ref: 'tags/v1' });
  return commit.sha;
}

async function useIssues(): Promise<void> {
  const { octokit, at } = stage;
  await octokit.issues.createLabel({ ...at, name: 'spec', color: '00ff00', description: 'Run MGE' });
  await octokit.issues.getLabel({ ...at, name: 'spec' });
  await octokit.issues.listLabelsForRepo(at);
  const { data: issue } = await octokit.issues.create({
    ...at,
    title: 't',
    body: 'b',
    labels: ['spec'],
    assignees: ['ada'],
  });
  const on = { ...at, issue_number: issue.number };
  await octokit.issues.get(on);
  await octokit.issues.update({ ...on, state: 'closed', state_reason: 'not_planned' });
  await octokit.issues.listForRepo({ ...at, state: 'all', labels: 'spec', direction: 'asc' });
  await octokit.issues.addLabels({ ...on, labels: ['mge'] });
  await octokit.issues.listLabelsOnIssue(on);
  await octokit.issues.removeLabel({ ...on, name: 'mge' });
  const { data: comment } = await octokit.issues.createComment({ ...on, body: 'c' });
  const at_comment = { ...at, comment_id: comment.id };
  await octokit.issues.getComment(at_comment);
  await octokit.issues.updateComment({ ...at_comment, body: 'd' });
  await octokit.issues.listComments(on);
  const { data: onIssue } = await octokit.reactions.createForIssue({ ...on, content: 'rocket' });
  await octokit.reactions.listForIssue(on);
  await octokit.reactions.deleteForIssue({ ...on, reaction_id: onIssue.id });
  const { data: onComment } = await octokit.reactions.createForIssueComment({ ...at_comment, content: '+1' });
  await octokit.reactions.listForIssueComment({ ...at_comment, content: '+1' });
  await octokit.reactions.deleteForIssueComment({ ...at_comment, reaction_id: onComment.id });
  await octokit.issues.deleteComment(at_comment);
}

async function usePulls(): Promise<void> {
  const { octokit, at } = stage;
  const { data: pull } = await octokit.pulls.create({ ...at, title: 't', head: 'side', base: 'main' });
  const on = { ...at, pull_number: pull.number };
  await octokit.pulls.list(at);
  await octokit.pulls.get(on);
  await octokit.pulls.update({ ...on, body: 'b' });
  await octokit.pulls.listFiles(on);
  await octokit.pulls.listCommits(on);
  const comments = [{ path: 'a b/ü.txt', line: 2, start_line: 1, body: 'two' }];
  const { data: review } = await octokit.pulls.createReview({ ...on, comments });
  expect(review.state).toBe('PENDING');
  const { data: submitted } = await octokit.pulls.submitReview({
    ...on,
    review_id: review.id,
    event: 'COMMENT',
    body: 'b',
  });
  expect(submitted.state).toBe('COMMENTED');
  await octokit.pulls.listReviews(on);
  await octokit.pulls.getReview({ ...on, review_id: review.id });
  await octokit.pulls.listCommentsForReview({ ...on, review_id: review.id });
  const { data: listed } = await octokit.pulls.listReviewComments(on);
  const comment_id = listed[0]?.id ?? 0;
  await octokit.pulls.getReviewComment({ ...at, comment_id });
  await octokit.pulls.updateReviewComment({ ...at, comment_id, body: 'edited' });
  await octokit.pulls.createReplyForReviewComment({ ...on, comment_id, body: 'reply' });
  const { data: reaction } = await octokit.reactions.createForPullRequestReviewComment({
    ...at,
    comment_id,
    content: 'eyes',
  });
  await octokit.reactions.listForPullRequestReviewComment({ ...at, comment_id });
  await octokit.reactions.deleteForPullRequestComment({ ...at, comment_id, reaction_id: reaction.id });
  const onFile = { ...on, commit_id: pull.head.sha, path: 'a b/ü.txt', body: 'whole', subject_type: 'file' } as const;
  expect((await octokit.pulls.createReviewComment(onFile)).data.subject_type).toBe('file');
  await octokit.pulls.createReviewComment({ ...on, commit_id: pull.head.sha, path: 'a b/ü.txt', body: 'one', line: 1 });
  await useGraphql(pull.node_id);
  await octokit.pulls.merge({ ...on, merge_method: 'squash' });
}

async function useGraphql(id: string): Promise<void> {
  const { octokit } = stage;
  const mutate = (name: string, input: string, answer: string) =>
    octokit.graphql(`mutation ($id: ID!) { ${name}(input: { ${input} }) { ${answer} } }`, { id });
  const asDraft = await mutate('convertPullRequestToDraft', 'pullRequestId: $id', 'pullRequest { isDraft }');
  expect(asDraft).toMatchObject({ convertPullRequestToDraft: { pullRequest: { isDraft: true } } });
  await mutate('markPullRequestReadyForReview', 'pullRequestId: $id', 'pullRequest { isDraft headRefOid }');
  const reaction = await mutate('addReaction', 'subjectId: $id, content: ROCKET', 'reaction { content databaseId }');
  expect(reaction).toMatchObject({ addReaction: { reaction: { content: 'ROCKET' } } });
  const asked = '... on PullRequest { number reviewThreads(first: 1) { totalCount nodes { id path line } } }';
  const answer = await octokit.graphql<{ node: { reviewThreads: { nodes: { id: string }[] } } }>(
    `query ($id: ID!) { viewer { login } node(id: $id) { __typename ${asked} } }`,
    { id },
  );
  const thread = answer.node.reviewThreads.nodes[0]?.id;
  for (const name of ['resolveReviewThread', 'unresolveReviewThread']) {
    const change = `mutation ($id: ID!) { ${name}(input: { threadId: $id }) { thread { isResolved resolvedBy { login } } } }`;
    expect(await octokit.graphql(change, { id: thread })).toMatchObject({
      [name]: { thread: { isResolved: name.startsWith('re') } },
    });
  }
}

async function useActions(head_sha: string): Promise<void> {
  const { octokit, at } = stage;
  const { data: check } = await octokit.checks.create({ ...at, name: 'c', head_sha });
  await octokit.checks.get({ ...at, check_run_id: check.id });
  await octokit.checks.update({ ...at, check_run_id: check.id, conclusion: 'neutral' });
  await octokit.checks.listForRef({ ...at, ref: head_sha });
  await octokit.repos.createCommitStatus({ ...at, sha: head_sha, state: 'pending' });
  await octokit.repos.getCombinedStatusForRef({ ...at, ref: head_sha });
  await octokit.actions.listRepoWorkflows(at);
  const { data: known } = await octokit.actions.getWorkflow({ ...at, workflow_id: 'mge.yml' });
  await octokit.actions.createWorkflowDispatch({ ...at, workflow_id: known.id, ref: 'main' });
  const { data } = await octokit.actions.listWorkflowRunsForRepo(at);
  const run_id = data.workflow_runs[0]?.id ?? 0;
  await octokit.actions.cancelWorkflowRun({ ...at, run_id });
  await octokit.actions.createWorkflowDispatch({ ...at, workflow_id: 'mge.yml', ref: 'main' });
  await stage.github.settled();
  await octokit.actions.listWorkflowRuns({ ...at, workflow_id: known.id, branch: 'main', status: 'failure' });
  await octokit.actions.getWorkflowRun({ ...at, run_id });
  const { data: jobs } = await octokit.actions.listJobsForWorkflowRun({ ...at, run_id });
  await octokit.actions.downloadJobLogsForWorkflowRun({ ...at, job_id: jobs.jobs[0]?.id ?? 0 });
  await octokit.actions.listWorkflowRunArtifacts({ ...at, run_id });
  const { data: artifacts } = await octokit.actions.listArtifactsForRepo({ ...at, name: 'r' });
  const artifact_id = artifacts.artifacts[0]?.id ?? 0;
  await octokit.actions.getArtifact({ ...at, artifact_id });
  await octokit.actions.downloadArtifact({ ...at, artifact_id, archive_format: 'zip' });
}

test('every route answers, and every request, answer and webhook is as GitHub describes it', async () => {
  await useApp();
  const sha = await useRepository();
  await useIssues();
  await usePulls();
  await useActions(sha);
  await stage.told();
  expect(stage.github.gateFindings()).toEqual([]);
  const answered = stage.github.requests().filter(({ status }) => status < 400);
  const used = new Set(answered.map(({ method, route }) => `${method.toLowerCase()} ${route}`));
  expect(allRoutes.map(({ method, path }) => `${method} ${path}`).filter((name) => !used.has(name))).toEqual([]);
}, 120_000);
