import { run } from 'probot';

export function isRegistered(variables: Readonly<Record<string, string | undefined>>): boolean {
  return Boolean(variables['APP_ID']) || variables['NODE_ENV'] === 'production';
}

/** Probot's own setup page: registers the app from `app.yml` and writes its credentials to `.env`. Start again afterwards. */
export async function startRegistration(): Promise<void> {
  console.error('No APP_ID yet. Open the page below to register the GitHub App from app.yml, then start MGE again.');
  await run(() => undefined);
}
