import type { JobsOptions, WorkerOptions } from 'bullmq';

/** A job of the queue library, as far as it is used here. */
export interface BullJob {
  readonly data: unknown;
  moveToDelayed(timestamp: number, token?: string): Promise<void>;
}

export interface BullQueue {
  add(name: string, data: unknown, options: JobsOptions): Promise<unknown>;
  waitUntilReady(): Promise<unknown>;
  obliterate(options: { force: boolean }): Promise<void>;
  close(): Promise<void>;
}

export interface BullWorker {
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
}

export type BullProcessor = (job: BullJob, token?: string) => Promise<void>;
export type BullWorkerOptions = Omit<WorkerOptions, 'connection' | 'prefix'>;

/** The queue library on one kind of database. */
export interface BullBackend {
  /** True when whatever the queue held at the start was left by a process that is gone. */
  readonly exclusive: boolean;
  queue(name: string): BullQueue;
  worker(name: string, processor: BullProcessor, options: BullWorkerOptions): BullWorker;
  close(): Promise<void>;
}
