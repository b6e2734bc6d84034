/** Permission name → `read` or `write`. */
export type Permissions = Readonly<Record<string, string>>;

/** The app on one account. */
export interface Installation {
  readonly id: number;
  readonly account: string;
  readonly createdAt: string;
  /** Since when its owner lets the app do nothing; null: it works. */
  suspendedAt: string | null;
}

export interface InstallationToken {
  readonly token: string;
  readonly installationId: number;
  readonly permissions: Permissions;
  /** Full names that the token is narrowed to; null means all of the installation. */
  readonly repositories: readonly string[] | null;
  /** Milliseconds of wall time. */
  readonly expiresAt: number;
}
