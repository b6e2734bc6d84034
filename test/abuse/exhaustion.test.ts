import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { tryInTheOpen, tryInTheSandbox, type Attempt } from '#test/abuse/try-attempt.ts';

// What the attempts leave behind in the open.
afterAll(() => {
  const left = readdirSync('/tmp').filter(
    (name) => name.startsWith('mge-abuse-fill') || /^mge-abuse-(large|inodes)$/.test(name),
  );
  for (const name of left) rmSync(join('/tmp', name), { recursive: true, force: true });
});

const MANY_FORKS = `import os, time
n = 0
for _ in range(150):
    try:
        if os.fork() == 0:
            time.sleep(1.5); os._exit(0)
        n += 1
    except OSError: pass
print('GOT' if n == 150 else n)`;
const FORK_BOMB = `import os, time
root, (read, write) = os.getpid(), os.pipe()
for _ in range(8):
    try: os.fork()
    except OSError: pass
os.write(write, b'x'); time.sleep(1)
if os.getpid() == root and len(os.read(read, 999)) == 256: print('GOT')`;
const DISK = `made = 0
for i in range(6):
    with open(f'/tmp/mge-abuse-fill-{i}', 'wb') as file: file.write(b'x' * 8_000_000)
print('GOT')`;

/** Bounded, so that they are harmless in the open; the sandbox's limits are lower. */
const attempts: readonly (Attempt & { readonly killedBy: readonly (string | null)[] })[] = [
  {
    name: 'more processes than allowed',
    language: 'python',
    script: MANY_FORKS,
    limits: { processes: 40 },
    // Ended by the watchdog, or by its own refused fork when that comes first.
    killedBy: ['processes', null],
  },
  {
    name: 'a fork bomb',
    language: 'python',
    script: FORK_BOMB,
    limits: { processes: 40 },
    killedBy: ['processes', null],
  },
  {
    name: 'threads without end',
    language: 'python',
    script: `import threading, time\nfor _ in range(150): threading.Thread(target=time.sleep, args=(1,)).start()\nprint('GOT')`,
    limits: { processes: 40 },
    killedBy: ['processes', null],
  },
  {
    name: 'memory, in Python',
    language: 'python',
    script: `import time\nall = [bytearray(b'x' * 10_000_000) for _ in range(40)]; time.sleep(0.2); print('GOT')`,
    limits: { memoryMb: 120 },
    killedBy: ['memory'],
  },
  {
    name: 'memory, in JavaScript',
    language: 'javascript',
    script: `const all = []; for (let i = 0; i < 40; i += 1) all.push(Buffer.alloc(10e6, 1)); setTimeout(() => console.log('GOT'), 200)`,
    limits: { memoryMb: 200 },
    killedBy: ['memory'],
  },
  {
    name: 'memory shared among children, each of them small',
    language: 'python',
    script: `import os, time\nfor _ in range(8):\n    if os.fork() == 0:\n        x = bytearray(b'x' * 40_000_000); time.sleep(0.4); os._exit(0)\nfor _ in range(8): os.wait()\nprint('GOT')`,
    limits: { memoryMb: 120 },
    killedBy: ['memory'],
  },
  {
    name: 'memory in nameless files, which no process shows',
    language: 'python',
    script: `import os, ctypes\nlibc = ctypes.CDLL(None)\nfds = [os.memfd_create(f'x{i}') for i in range(20)]\nfor fd in fds: os.write(fd, b'x' * 8_000_000)\nprint('GOT')`,
    limits: { memoryMb: 120 },
    killedBy: [null, 'memory'],
  },
  {
    name: 'memory in shared segments, which no process shows',
    language: 'python',
    script: `import ctypes\nlibc = ctypes.CDLL(None)\nlibc.shmat.restype = ctypes.c_void_p\nheld = []\nfor _ in range(20):\n    id = libc.shmget(0, 8_000_000, 0o1600)\n    if id < 0: raise SystemExit\n    held.append(id)\n    at = libc.shmat(id, None, 0); ctypes.memset(at, 1, 8_000_000); libc.shmdt(ctypes.c_void_p(at))\nfor id in held: libc.shmctl(id, 0, None)\nprint('GOT')`,
    limits: { memoryMb: 120 },
    killedBy: [null, 'memory'],
  },
  {
    name: 'a large file',
    language: 'python',
    script: `open('/tmp/mge-abuse-large', 'wb').write(b'x' * 20_000_000); print('GOT')`,
    killedBy: [null, 'file-size'],
  },
  {
    name: 'a large file, from a program that knows no limits',
    language: 'shell',
    script: `head -c 20000000 /dev/zero > /tmp/mge-abuse-large && echo GOT`,
    killedBy: [null, 'file-size'],
  },
  { name: 'the disk', language: 'python', script: DISK, killedBy: [null] },
  {
    name: 'inodes',
    language: 'python',
    script: `import os, time
os.makedirs('/tmp/mge-abuse-inodes', exist_ok=True)
for i in range(6000): os.close(os.open(f'/tmp/mge-abuse-inodes/{i}', os.O_CREAT | os.O_WRONLY))
time.sleep(0.3)
print('GOT')`,
    limits: { files: 3000 },
    killedBy: ['files'],
  },
  {
    name: 'open files',
    language: 'python',
    script: `import os, resource\nresource.setrlimit(resource.RLIMIT_NOFILE, (1500, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))\nheld = [os.open('/dev/null', os.O_RDONLY) for _ in range(1400)]\nprint('GOT')`,
    killedBy: [null],
  },
  {
    name: 'output',
    language: 'python',
    script: `import sys\nfor _ in range(50): sys.stdout.write('x' * 100_000)\nprint('GOT')`,
    killedBy: ['output'],
  },
];

it.each(attempts)('nothing is used up: $name', async ({ killedBy, ...attempt }) => {
  expect(await tryInTheOpen(attempt)).toMatchObject({ got: true });
  const inside = await tryInTheSandbox(attempt);
  expect({ got: inside.got, known: killedBy.includes(inside.killedBy) ? 'yes' : inside.killedBy }).toEqual({
    got: false,
    known: 'yes',
  });
});

it.each<Attempt & { readonly by: string }>([
  {
    name: 'an endless loop in Python',
    language: 'python',
    script: 'while True: pass',
    limits: { cpuSeconds: 1 },
    by: 'cpu',
  },
  {
    name: 'an endless loop in JavaScript',
    language: 'javascript',
    script: 'for (;;);',
    limits: { cpuSeconds: 1 },
    by: 'cpu',
  },
  {
    name: 'a wait without end',
    language: 'python',
    script: 'import time\ntime.sleep(600)',
    limits: { wallClockMs: 500 },
    by: 'wall-clock',
  },
  {
    name: 'a loop that ignores every signal it can',
    language: 'python',
    script:
      'import signal\nfor s in range(1, 65):\n  try: signal.signal(s, signal.SIG_IGN)\n  except (OSError, ValueError): pass\nwhile True: pass',
    limits: { wallClockMs: 1500, cpuSeconds: 9 },
    by: 'wall-clock',
  },
])('nothing goes on for ever: $name', async ({ by, ...attempt }) => {
  const [open, inside] = await Promise.all([tryInTheOpen({ ...attempt, patience: 800 }), tryInTheSandbox(attempt)]);
  expect(open.endless).toBe(true);
  expect(inside.killedBy).toBe(by);
});
