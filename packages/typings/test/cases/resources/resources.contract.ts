// The contract test:resources/resources@0.2.1. Written by polyplug: changes are lost when it is written anew.

import { type Contract, defineContract } from "@polyplug/host";

/** What a plugin of test:resources/resources@0.2.1 exports. */
export interface ResourcesExports {
  readonly "test:resources/counters@0.2.1": Counters;
  readonly counters: Counters;
  readonly "test:resources/reports@0.2.1": Reports;
  readonly reports: Reports;
}

/** What a host provides for a plugin of test:resources/resources@0.2.1. */
export interface ResourcesImports {
  readonly "test:resources/journals": Journals;
  readonly "test:resources/marks"?: Marks | undefined;
}

/** A list of lines. */
export interface Journal extends Partial<Disposable> {
  /** @throws {ResultError<string>} */
  write(line: string): number;
}

/** One cannot make it. */
export interface Ticket extends Partial<Disposable> {
  number(): number;
}

/** One can only pass it on. */
export interface Token extends Partial<Disposable> {}

/** It has functions and no objects of its own. */
export interface Registry extends Partial<Disposable> {}

/** What the host keeps. */
export interface Journals {
  /** A list of lines. */
  readonly Journal: {
    /** Opens one. */
    new (title: string): Journal;
    readonly opened: () => number;
  };
  /** One cannot make it. */
  readonly Ticket: ClassOf<Ticket>;
  /** One can only pass it on. */
  readonly Token?: ClassOf<Token> | undefined;
  /** It has functions and no objects of its own. */
  readonly Registry: ClassOf<Registry> & {
    readonly find: (title: string) => Journal | undefined;
  };
  readonly open: (title: string) => Journal;
  readonly read: (of: Journal) => readonly string[];
  readonly issue: (to: Token) => Ticket;
}

export interface Mark extends Partial<Disposable> {}

export interface Marks {
  readonly Mark?: ClassOf<Mark> | undefined;
}

export interface Counter extends Disposable {
  add(by: number): number;
  readonly new: () => Counter;
  readonly constructor: () => string;
}

export interface Handle extends Disposable {}

export interface Pool extends Disposable {
  size(): number;
}

export type Log = Journal;

/** What the plugin keeps. */
export interface Counters {
  readonly Counter: {
    /** @throws {ResultError<string>} */
    new (start: number): Counter;
    readonly merge: (a: Counter, b: Counter) => Counter;
  };
  readonly Handle: ClassOf<Handle>;
  readonly Pool: ClassOf<Pool> & {
    readonly take: () => Pool;
  };
  readonly watch: (of: Counter, into: Journal, by: Token) => Handle | undefined;
  readonly all: () => Counter[];
}

export interface Reports {
  readonly Counter: Counters["Counter"];
  readonly report: (of: readonly Counter[], into: Journal) => void;
}

/** The class of a resource that only functions give. */
type ClassOf<Instance> = abstract new (...args: never) => Instance;

export const contract: Contract<ResourcesExports, ResourcesImports> = defineContract(
  "AGFzbQ0AAQAAGRZ3aXQtY29tcG9uZW50LWVuY29kaW5nBAAH4QcBQQIBQQsBQhsEAAdqb3VybmFsAwEEAAZ0aWNrZXQDAQQABXRva2VuAwEEAAhyZWdpc3RyeQMBAWkAAUABBXRpdGxlcwAEBAAUW2NvbnN0cnVjdG9yXWpvdXJuYWwBBQFoAAFqAXkBcwFAAgRzZWxmBgRsaW5lcwAHBAAVW21ldGhvZF1qb3VybmFsLndyaXRlAQgBQAAAeQQAFltzdGF0aWNdam91cm5hbC5vcGVuZWQBCQFoAQFAAQRzZWxmCgB5BAAVW21ldGhvZF10aWNrZXQubnVtYmVyAQsBawQBQAEFdGl0bGVzAAwEABVbc3RhdGljXXJlZ2lzdHJ5LmZpbmQBDQQABG9wZW4BBQFwcwFAAQJvZgYADgQABHJlYWQBDwFpAgFpAQFAAQJ0bxAAEQQABWlzc3VlARIDAB10ZXN0OnJlc291cmNlcy9qb3VybmFsc0AwLjIuMQUAAUIBBAAEbWFyawMBAwAadGVzdDpyZXNvdXJjZXMvbWFya3NAMC4yLjEFAQIDAAAHam91cm5hbAIDAAAFdG9rZW4BQiMCAwIBAgQAA2xvZwMAAAIDAgEDBAAFdG9rZW4DAAIEAAdjb3VudGVyAwEEAAZoYW5kbGUDAQQABHBvb2wDAQFpBAFqAQcBcwFAAQVzdGFydHkACAQAFFtjb25zdHJ1Y3Rvcl1jb3VudGVyAQkBaAQBQAIEc2VsZgoCYnl5AHkEABNbbWV0aG9kXWNvdW50ZXIuYWRkAQsBQAIBYQcBYgoABwQAFVtzdGF0aWNdY291bnRlci5tZXJnZQEMAUABBHNlbGYKAAcEABNbbWV0aG9kXWNvdW50ZXIubmV3AQ0BQAEEc2VsZgoAcwQAG1ttZXRob2RdY291bnRlci5jb25zdHJ1Y3RvcgEOAWkGAUAAAA8EABFbc3RhdGljXXBvb2wudGFrZQEQAWgGAUABBHNlbGYRAHkEABFbbWV0aG9kXXBvb2wuc2l6ZQESAWgBAWkDAWkFAWsVAUADAm9mCgRpbnRvEwJieRQAFgQABXdhdGNoARcBcAcBQAAAGAQAA2FsbAEZBAAddGVzdDpyZXNvdXJjZXMvY291bnRlcnNAMC4yLjEFBAIDAAIHY291bnRlcgFCCQIDAgEFBAAHY291bnRlcgMAAAIDAgECBAAHam91cm5hbAMAAgFoAQFwBAFpAwFAAgJvZgUEaW50bwYBAAQABnJlcG9ydAEHBAAcdGVzdDpyZXNvdXJjZXMvcmVwb3J0c0AwLjIuMQUGBAAedGVzdDpyZXNvdXJjZXMvcmVzb3VyY2VzQDAuMi4xBAALDwEACXJlc291cmNlcwMAAAAvCXByb2R1Y2VycwEMcHJvY2Vzc2VkLWJ5AQ13aXQtY29tcG9uZW50BzAuMjYyLjA=",
);
