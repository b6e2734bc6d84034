import { SECCOMP_CALLS, type SeccompCalls } from '#adapters/sandbox/seccomp-calls.ts';

type Instruction = readonly [code: number, ifTrue: number, ifFalse: number, value: number];

const LOAD = 0x20;
const EQUAL = 0x15;
const AT_LEAST = 0x35;
const ANY_BIT = 0x45;
const RETURN = 0x06;

const ALLOW = 0x7fff0000;
const KILL = 0x80000000;
const refuseWith = (errno: number): number => 0x00050000 | errno;
const EPERM = 1;
const ENOSYS = 38;
const EAFNOSUPPORT = 97;

/** Offsets in struct seccomp_data; the low half of the first argument on little-endian machines. */
const NUMBER = 0;
const ARCHITECTURE = 4;
const FIRST_ARGUMENT = 16;

/** CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET. */
const NEW_NAMESPACES = 0x7e020000;
/** AF_UNIX, AF_INET, AF_INET6: vsock and netlink would reach past the network namespace. */
const SOCKET_FAMILIES = [1, 2, 10];

/**
 * The seccomp program (array of struct sock_filter) for a processor architecture as Node names it.
 * Null where the numbers are not known: the caller then cannot claim that system calls are filtered.
 */
export function createSeccompFilter(architecture: string): Uint8Array | null {
  const calls = SECCOMP_CALLS[architecture];
  return calls === undefined ? null : encode(createProgram(calls));
}

function createProgram(calls: SeccompCalls): Instruction[] {
  return [
    [LOAD, 0, 0, ARCHITECTURE],
    [EQUAL, 1, 0, calls.audit],
    [RETURN, 0, 0, KILL],
    [LOAD, 0, 0, NUMBER],
    ...(calls.foreignFrom === null ? [] : refuseIf(AT_LEAST, calls.foreignFrom, ENOSYS)),
    ...refuseIf(EQUAL, calls.clone3, ENOSYS),
    ...calls.denied.flatMap((number) => refuseIf(EQUAL, number, EPERM)),
    [EQUAL, 0, 4, calls.clone],
    [LOAD, 0, 0, FIRST_ARGUMENT],
    [ANY_BIT, 0, 1, NEW_NAMESPACES],
    [RETURN, 0, 0, refuseWith(EPERM)],
    [RETURN, 0, 0, ALLOW],
    [EQUAL, 0, SOCKET_FAMILIES.length + 2, calls.socket],
    [LOAD, 0, 0, FIRST_ARGUMENT],
    ...SOCKET_FAMILIES.map((family, index): Instruction => [EQUAL, SOCKET_FAMILIES.length - index, 0, family]),
    [RETURN, 0, 0, refuseWith(EAFNOSUPPORT)],
    [RETURN, 0, 0, ALLOW],
  ];
}

function refuseIf(test: number, value: number, errno: number): Instruction[] {
  return [
    [test, 0, 1, value],
    [RETURN, 0, 0, refuseWith(errno)],
  ];
}

function encode(program: readonly Instruction[]): Uint8Array {
  const bytes = new Uint8Array(program.length * 8);
  const view = new DataView(bytes.buffer);
  program.forEach(([code, ifTrue, ifFalse, value], index) => {
    view.setUint16(index * 8, code, true);
    view.setUint8(index * 8 + 2, ifTrue);
    view.setUint8(index * 8 + 3, ifFalse);
    view.setUint32(index * 8 + 4, value >>> 0, true);
  });
  return bytes;
}
