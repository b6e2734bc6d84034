/** Where something comes from, as far as a payload tells it. */
export interface Origin {
  /** `performed_via_github_app.id` */
  readonly appId?: number | null | undefined;
  /** The account's login. */
  readonly login?: string | null | undefined;
}

export type IsOwnApp = (origin: Origin) => boolean;

/**
 * Recognises MGE's own deeds: by the app's id, or by the exact login of its account. People's logins cannot hold brackets,
 * so `<slug>[bot]` is nobody else's; the word "bot" in a name means nothing.
 */
export function createIsOwnApp(app: { readonly id: number; readonly slug: string }): IsOwnApp {
  const account = `${app.slug}[bot]`;
  return ({ appId, login }) => appId === app.id || login === account;
}
