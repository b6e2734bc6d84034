/** Numbers of the system calls that the filter knows, for one processor architecture. */
export interface SeccompCalls {
  /** AUDIT_ARCH_* of linux/audit.h. */
  readonly audit: number;
  readonly clone: number;
  readonly clone3: number;
  readonly socket: number;
  /** Numbers from here on belong to another calling convention (x32); null where there is none. */
  readonly foreignFrom: number | null;
  /**
   * Refused with EPERM: mounts, tracing, keys, kernel modules, handles, new namespaces, io_uring, bpf, and memory that no
   * process shows (nameless files, shared segments: the watch over memory would not see it).
   */
  readonly denied: readonly number[];
}

// open_tree … fspick, mount_setattr, io_uring_*, pidfd_getfd, memfd_secret: numbered alike everywhere.
const DENIED_EVERYWHERE = [425, 426, 427, 428, 429, 430, 431, 432, 433, 438, 442, 447];

export const SECCOMP_CALLS: Readonly<Record<string, SeccompCalls>> = {
  x64: {
    audit: 0xc000003e,
    clone: 56,
    clone3: 435,
    socket: 41,
    foreignFrom: 0x40000000,
    // shmget, ptrace, syslog, pivot_root, chroot, acct, mount, umount2, swapon, swapoff, reboot, iopl, ioperm, modules, quotactl,
    // kexec_load, keys, unshare, perf_event_open, handles, setns, process_vm_*, finit_module, kexec_file_load, memfd_create, bpf, userfaultfd
    denied: [
      29,
      101,
      103,
      155,
      161,
      163,
      165,
      166,
      167,
      168,
      169,
      172,
      173,
      175,
      176,
      179,
      246,
      248,
      249,
      250,
      272,
      298,
      303,
      304,
      308,
      310,
      311,
      313,
      319,
      320,
      321,
      323,
      ...DENIED_EVERYWHERE,
    ],
  },
  arm64: {
    audit: 0xc00000b7,
    clone: 220,
    clone3: 435,
    socket: 198,
    foreignFrom: null,
    denied: [
      39,
      40,
      41,
      51,
      60,
      89,
      97,
      104,
      105,
      106,
      116,
      117,
      142,
      194,
      217,
      218,
      219,
      224,
      225,
      241,
      264,
      265,
      268,
      270,
      271,
      273,
      279,
      280,
      282,
      294,
      ...DENIED_EVERYWHERE,
    ],
  },
};
