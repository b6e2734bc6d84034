import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { routes } from '#app/register-app.ts';
import { Environment } from '#main/environment/environment.ts';

const read = (name: string): string => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');

const Manifest = z.object({
  default_events: z.array(z.string()),
  default_permissions: z.record(z.string(), z.enum(['read', 'write'])),
});

describe('app.yml', () => {
  const manifest = Manifest.parse(parse(read('app.yml')));

  it('asks for exactly the events that are handled', () => {
    // GitHub tells every app of its own installation, and takes no subscription for it.
    const handled = routes.map(([name]) => name).filter((name) => !name.startsWith('installation'));
    expect(manifest.default_events.toSorted()).toEqual(handled.toSorted());
  });

  it('asks for no more than it needs', () => {
    expect(manifest.default_permissions).toEqual({
      actions: 'write',
      checks: 'write',
      contents: 'write',
      issues: 'write',
      metadata: 'read',
      pull_requests: 'write',
      workflows: 'write',
    });
  });
});

describe('.env.example', () => {
  it('explains every variable that is read', () => {
    const named = [...read('.env.example').matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(named).toEqual(expect.arrayContaining(Object.keys(Environment.shape)));
  });
});
