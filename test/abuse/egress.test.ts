import { createSocket, type Socket } from 'node:dgram';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tryInTheOpen, tryInTheSandbox, type Attempt } from '#test/abuse/try-attempt.ts';

/** What arrived at the stand-ins for the outside world: all of them listen on this machine alone. */
const arrived: string[] = [];
const servers: Server[] = [];
let udp: Socket;
let folder = '';
const ports = { tcp: 0, http: 0, udp: 0 };

async function listen(server: Server, at: { port: number; host: string } | { path: string }): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(at, resolve));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const hello = (name: string): Server =>
  createServer((socket) => {
    arrived.push(name);
    socket.end('hello');
  });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mge-egress-'));
  ports.tcp = await listen(hello('tcp'), { port: 0, host: '127.0.0.1' });
  const metadata = createHttpServer((_request, response) => {
    arrived.push('metadata');
    response.end('{"token":"x"}');
  });
  ports.http = await listen(metadata, { port: 0, host: '127.0.0.254' });
  await listen(hello('abstract'), { path: '\0mge-abuse' });
  await listen(hello('unix'), { path: join(folder, 'engine.sock') });
  udp = createSocket('udp4', (message, from) => {
    arrived.push('udp');
    udp.send(message, from.port, from.address);
  });
  await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve));
  ports.udp = udp.address().port;
});
afterAll(() => {
  servers.forEach((server) => server.close());
  udp.close();
  rmSync(folder, { recursive: true, force: true });
});

const python = (name: string, script: () => string) => ({ name, language: 'python' as const, script });
const node = (name: string, script: () => string) => ({ name, language: 'javascript' as const, script });
const QUERY = '\\x12\\x34\\x01\\x00\\x00\\x01\\x00\\x00\\x00\\x00\\x00\\x00\\x04evil\\x04test\\x00\\x00\\x01\\x00\\x01';

const attempts = [
  python(
    'a TCP connection from Python',
    () =>
      `import socket\nsocket.create_connection(('127.0.0.1', ${ports.tcp}), 2).recv(5) == b'hello' and print('GOT')`,
  ),
  node(
    'a TCP connection from JavaScript',
    () => `require('net').connect(${ports.tcp}, '127.0.0.1').on('data', () => console.log('GOT')).on('error', () => 0)`,
  ),
  python(
    'a UDP packet',
    () =>
      `import socket\ns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.settimeout(2)\ns.sendto(b'x', ('127.0.0.1', ${ports.udp})); s.recv(1) and print('GOT')`,
  ),
  python(
    'a question to a name server',
    () =>
      `import socket\ns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.settimeout(2)\ns.sendto(b'${QUERY}', ('127.0.0.1', ${ports.udp})); b'evil' in s.recv(512) and print('GOT')`,
  ),
  node(
    'the metadata service, by its stand-in',
    () =>
      `fetch('http://127.0.0.254:${ports.http}/latest/api/token').then((answer) => answer.json()).then(() => console.log('GOT'), () => 0)`,
  ),
  node(
    'an abstract socket of the host',
    () => `require('net').connect({ path: '\\0mge-abuse' }).on('data', () => console.log('GOT')).on('error', () => 0)`,
  ),
  node(
    'a socket file of the host, such as the docker engine’s',
    () => `require('net').connect('${folder}/engine.sock').on('data', () => console.log('GOT')).on('error', () => 0)`,
  ),
  python(
    'netlink, which tells of the host’s network',
    () => `import socket\nsocket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0).bind((0, 0)) or print('GOT')`,
  ),
  python(
    'the network’s interfaces',
    () => `import socket\n[name for _, name in socket.if_nameindex() if name != 'lo'] and print('GOT')`,
  ),
] as const;

it.each(attempts)('nothing leaves: $name', async ({ name, language, script }) => {
  const attempt: Attempt = { name, language, script: script() };
  expect(await tryInTheOpen(attempt)).toMatchObject({ got: true });
  const before = arrived.length;
  expect(await tryInTheSandbox(attempt)).toMatchObject({ got: false, killedBy: null });
  expect(arrived).toHaveLength(before);
});
