import { z } from 'zod';
import { MgeError } from '#domain/failure/mge-error.ts';

const optional = z
  .string()
  .trim()
  .transform((text) => (text === '' ? undefined : text))
  .optional();

/** Everything that MGE reads from its environment, read once at the start. `.env.example` explains each. */
export const Environment = z.object({
  APP_ID: z.coerce.number().int().positive(),
  PRIVATE_KEY: z
    .string()
    .includes('PRIVATE KEY')
    .transform((key) => key.replaceAll('\\n', '\n')),
  WEBHOOK_SECRET: z.string().min(8),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  GHE_HOST: optional,
  GHE_PROTOCOL: z.enum(['http', 'https']).default('https'),
  ANTHROPIC_API_KEY: z.string().min(1),
  ANTHROPIC_BASE_URL: optional,
  DATABASE_URL: optional,
  REDIS_URL: optional,
  /** Folder of the embedded database, when DATABASE_URL is not given. */
  MGE_DATA: z.string().default('.mge'),
  MGE_CONCURRENCY: z.coerce.number().int().min(1).max(500).default(100),
  MGE_RECONCILE_SECONDS: z.coerce.number().positive().default(60),
  /** How long a worker may be silent (frozen, gone) before others take up its jobs. */
  MGE_SILENCE_SECONDS: z.coerce.number().min(1).default(10),
  /** What the validation workflow names as its action: owner/name/path@ref. */
  MGE_ACTION_REF: z.string().default('mge-app/mge/action@v1'),
  /** `off` on a local GitHub: writes are then not spread over time as GitHub advises. */
  MGE_GITHUB_PACE: z.enum(['on', 'off']).default('on'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
});
export type Environment = z.infer<typeof Environment>;

/** Reads and checks the environment; names every variable that is missing or wrong, never its value. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const read = Environment.safeParse(variables);
  if (read.success) return read.data;
  const problems = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new MgeError(`the environment is incomplete: ${problems.join('; ')}`, {
    code: 'configuration-invalid',
    retry: 'give-up',
    nextStep: 'Set these variables (.env.example explains each), or run `npm start` without them to register the app.',
  });
}
