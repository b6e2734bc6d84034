import { once } from 'node:events';
import type { Server } from 'node:http';

/** Opens a server on a free port of 127.0.0.1. */
export async function listen(server: Server): Promise<{ readonly host: string; readonly close: () => Promise<void> }> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port');
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { host: `127.0.0.1:${address.port}`, close };
}
