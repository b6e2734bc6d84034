import { spawn, type ChildProcess } from 'node:child_process';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { tryInTheOpen, tryInTheSandbox, type Attempt } from '#test/abuse/try-attempt.ts';

let victim: ChildProcess;
beforeEach(() => {
  victim = spawn('sleep', ['600'], { stdio: 'ignore' });
});
afterEach(() => victim.kill('SIGKILL'));

const CHILD = `import ctypes, os, signal, time
libc = ctypes.CDLL(None, use_errno=True)
child = os.fork()
if child == 0: time.sleep(5); os._exit(0)
`;

const attempts = [
  {
    name: 'ending a process of the host, from Python',
    language: 'python',
    script: () => `import os\nos.kill(${victim.pid}, 9); print('GOT')`,
  },
  {
    name: 'ending a process of the host, from JavaScript',
    language: 'javascript',
    script: () => `process.kill(${victim.pid}, 'SIGKILL'); console.log('GOT')`,
  },
  {
    name: 'asking whether a process of the host is there',
    language: 'shell',
    script: () => `kill -0 ${victim.pid} && echo GOT`,
  },
  {
    name: 'tracing a process',
    language: 'python',
    script: () => `${CHILD}libc.ptrace(16, child, 0, 0) == 0 and print('GOT')\nos.kill(child, signal.SIGKILL)`,
  },
  {
    name: 'reading the memory of a process',
    language: 'python',
    script: () =>
      `${CHILD}class V(ctypes.Structure): _fields_ = [('b', ctypes.c_void_p), ('n', ctypes.c_size_t)]\nkept = ctypes.create_string_buffer(b'x' * 8); into = ctypes.create_string_buffer(8)\nread = libc.process_vm_readv(child, ctypes.byref(V(ctypes.addressof(into), 8)), 1, ctypes.byref(V(ctypes.addressof(kept), 8)), 1, 0)\nread == 8 and print('GOT')\nos.kill(child, signal.SIGKILL)`,
  },
  { name: 'a user namespace of its own', language: 'shell', script: () => `unshare --user true && echo GOT` },
  {
    name: 'namespaces by a clone of its own',
    language: 'python',
    script: () =>
      `import ctypes, os, signal\nlibc = ctypes.CDLL(None)\nimport platform\npid = libc.syscall({'x86_64': 56, 'aarch64': 220}[platform.machine()], 0x10000000 | signal.SIGCHLD, 0, 0, 0, 0)\nif pid == 0: os._exit(0)\npid > 0 and print('GOT')`,
  },
  {
    name: 'mounts in a namespace of its own',
    language: 'shell',
    script: () => `unshare --user --map-root-user --mount sh -c 'mount -t tmpfs none /mnt && echo GOT'`,
  },
  {
    name: 'keys of the kernel',
    language: 'python',
    script: () =>
      `import ctypes, platform\nlibc = ctypes.CDLL(None)\nlibc.syscall({'x86_64': 248, 'aarch64': 217}[platform.machine()], b'user', b'mge-abuse', b'x', 1, -1) > 0 and print('GOT')`,
  },
  { name: 'being somebody', language: 'shell', script: () => `test "$(id -un)" != nobody && echo GOT` },
] as const;

it.each(attempts)('nothing is taken: $name', async ({ name, language, script }) => {
  const inside: Attempt = { name, language, script: script() };
  // First inside: in the open, the victim may not outlive it.
  expect(await tryInTheSandbox(inside)).toMatchObject({ got: false, killedBy: null });
  expect(victim.exitCode ?? victim.signalCode).toBeNull();
  expect(await tryInTheOpen(inside)).toMatchObject({ got: true });
});
