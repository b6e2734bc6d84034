/** An account of the local GitHub. */
export interface User {
  readonly id: number;
  readonly login: string;
  readonly type: 'User' | 'Bot' | 'Organization';
}

/** Who performs a write, and whether through the app's token. */
export interface Actor {
  readonly user: User;
  readonly viaApp: boolean;
}

export type Permission = 'admin' | 'write' | 'read' | 'none';
