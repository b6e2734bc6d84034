import { RESULTS_ARTIFACT } from '#domain/run/validation-run.ts';
import type { Repository } from '#domain/run/repository.ts';
import { clientFor, locate, type GitHubContext } from '#adapters/github/client/github-context.ts';
import { invalidResults, isAcceptableSize, readResultsArchive } from '#adapters/github/actions/read-results-archive.ts';

/** The one results file of a run that was found to be completed. */
export async function downloadResults(
  context: GitHubContext,
  repository: Repository,
  runId: number,
): Promise<Uint8Array> {
  const { rest } = clientFor(context, repository);
  const { data } = await rest.actions.listWorkflowRunArtifacts({
    ...locate(repository),
    run_id: runId,
    name: RESULTS_ARTIFACT,
    per_page: 100,
  });
  const artifacts = data.artifacts.filter((artifact) => artifact.name === RESULTS_ARTIFACT && !artifact.expired);
  const [artifact] = artifacts;
  if (artifact === undefined) throw invalidResults(`the run uploaded no artifact ${RESULTS_ARTIFACT}`);
  if (artifacts.length > 1) throw invalidResults(`the run has more than one artifact ${RESULTS_ARTIFACT}`);
  if (!isAcceptableSize(artifact.size_in_bytes)) throw invalidResults('the archive is too large');
  // GitHub answers with a redirect to its storage; fetch follows, and leaves the token behind.
  const { data: archive } = await rest.actions.downloadArtifact({
    ...locate(repository),
    artifact_id: artifact.id,
    archive_format: 'zip',
  });
  if (!(archive instanceof ArrayBuffer)) throw invalidResults('the artifact is no archive');
  return readResultsArchive(new Uint8Array(archive));
}
