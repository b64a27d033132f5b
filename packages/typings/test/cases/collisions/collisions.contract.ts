// The contract test:collisions/collisions@1.0.0. Written by polyplug: changes are lost when it is written anew.

import { type Contract, defineContract } from "@polyplug/host";

/** What a plugin of test:collisions/collisions@1.0.0 exports. */
export interface CollisionsExports {
  readonly "test:collisions/second@1.0.0": Second;
  readonly second: Second;
  readonly "test:collisions/third@1.0.0": ThirdInterface;
  readonly third: ThirdInterface;
  readonly "test:collisions/both@1.0.0": ExportedBoth;
  readonly both: ExportedBoth;
  readonly "test:greeter/greet@0.1.0": Greet0_1;
  readonly "test:greeter/greet@0.2.3": Greet0_2;
  readonly greet: Greet;
  readonly "third-party": ThirdParty;
  readonly thirdParty: ThirdParty;
  readonly firstParty: () => void;
}

/** What a host provides for a plugin of test:collisions/collisions@1.0.0. */
export interface CollisionsImports {
  readonly "test:collisions/first": First;
  readonly "test:collisions/both": ImportedBoth;
  readonly "test:clock/now@1.2.0": Now1;
  readonly "test:clock/now@2.0.0": Now2;
  readonly default: () => void;
}

export interface FirstOptions {
  width: number;
}

export type FirstLevel = number;

/** Only in one. */
export interface Unique {
  a: number;
}

export interface First {
  readonly set: (options: FirstOptions, level: FirstLevel) => void;
}

export interface ImportedItem {
  id: number;
}

export interface ImportedHolder extends Partial<Disposable> {
  get(): ImportedItem;
}

/** It goes both ways, and what is exported is not what is imported. */
export interface ImportedBoth {
  readonly Holder: ClassOf<ImportedHolder> & {
    /** No class can have this one. */
    readonly prototype_: () => string;
    readonly name: () => number;
    readonly length: () => string;
    readonly caller: () => void;
    readonly arguments: () => void;
  };
  readonly pass: (of: ImportedHolder) => ImportedItem;
}

export interface Now1Time {
  hours: number;
}

export interface Now1 {
  readonly hours: () => Now1Time;
}

export interface Now2Time {
  hours: string;
}

export interface Now2 {
  readonly hours: () => Now2Time;
}

export interface SecondOptions {
  height: number;
  of: FirstOptions;
}

export type SecondLevel = "low" | "high";

/** Its interface has the name of a type. */
export interface Third {
  a: number;
}

export type SecondFirstOptions = FirstOptions;

export interface Second {
  readonly set: (options: SecondOptions, level: SecondLevel, third: Third) => void;
}

/** These names belong to TypeScript. */
export interface ThirdDisposable {
  dispose: boolean;
}

export interface ThirdUint8Array {
  length: number;
}

export interface ThirdContract {
  binary: Uint8Array;
}

export interface ThirdCollisionsExports {
  a: number;
}

export type ThirdPartial = { tag: "none" } | { tag: "some"; val: ThirdDisposable };

export interface ThirdInterface {
  readonly await: (class_: string, default_: number, this_: boolean, eval_: number, undefined_: number) => ThirdPartial;
  readonly new: (arrays: readonly ThirdUint8Array[]) => ThirdContract;
  readonly delete: (of: Uint8Array | readonly number[]) => ThirdCollisionsExports;
  readonly a1: (a1: number, a2: number) => Uint8Array;
  readonly isXml: (somePartsOfIt: string) => boolean;
}

export interface ExportedItem {
  id: number;
}

export interface ExportedHolder extends Disposable {
  get(): ExportedItem;
}

/** It goes both ways, and what is exported is not what is imported. */
export interface ExportedBoth {
  readonly Holder: ClassOf<ExportedHolder> & {
    /** No class can have this one. */
    readonly prototype_: () => string;
    readonly name: () => number;
    readonly length: () => string;
    readonly caller: () => void;
    readonly arguments: () => void;
  };
  readonly pass: (of: ExportedHolder) => ExportedItem;
}

export interface Greet0_1 {
  readonly hello: (name: string) => string;
}

export interface Greet0_2 {
  readonly hello: (names: readonly string[]) => string;
}

export interface Greet {
  readonly hello: () => void;
}

export interface ThirdParty {
  readonly call: () => void;
}

/** The class of a resource that only functions give. */
type ClassOf<Instance> = abstract new (...args: never) => Instance;

export const contract: Contract<CollisionsExports, CollisionsImports> = defineContract(
  "AGFzbQ0AAQAAGRZ3aXQtY29tcG9uZW50LWVuY29kaW5nBAAHgwwBQQIBQRoBQggBcgEFd2lkdGh5BAAHb3B0aW9ucwMAAAF9BAAFbGV2ZWwDAAIBcgEBYX0EAAZ1bmlxdWUDAAQBQAIHb3B0aW9ucwEFbGV2ZWwDAQAEAANzZXQBBgMAG3Rlc3Q6Y29sbGlzaW9ucy9maXJzdEAxLjAuMAUAAUIRAXIBAmlkeQQABGl0ZW0DAAAEAAZob2xkZXIDAQFoAgFAAQRzZWxmAwABBAASW21ldGhvZF1ob2xkZXIuZ2V0AQQBQAAAcwQAGFtzdGF0aWNdaG9sZGVyLnByb3RvdHlwZQEFAUAAAH0EABNbc3RhdGljXWhvbGRlci5uYW1lAQYEABVbc3RhdGljXWhvbGRlci5sZW5ndGgBBQFAAAEABAAVW3N0YXRpY11ob2xkZXIuY2FsbGVyAQcEABhbc3RhdGljXWhvbGRlci5hcmd1bWVudHMBBwFpAgFAAQJvZggAAQQABHBhc3MBCQMAGnRlc3Q6Y29sbGlzaW9ucy9ib3RoQDEuMC4wBQEBQgQBcgEFaG91cnN5BAAEdGltZQMAAAFAAAABBAAFaG91cnMBAgMAFHRlc3Q6Y2xvY2svbm93QDEuMi4wBQIBQgQBcgEFaG91cnNzBAAEdGltZQMAAAFAAAABBAAFaG91cnMBAgMAFHRlc3Q6Y2xvY2svbm93QDIuMC4wBQMBQAABAAMAB2RlZmF1bHQBBAQAC2ZpcnN0LXBhcnR5AQQCAwAAB29wdGlvbnMBQgoCAwIBBQQADWZpcnN0LW9wdGlvbnMDAAABcgIGaGVpZ2h0eQJvZgEEAAdvcHRpb25zAwACAW0CA2xvdwRoaWdoBAAFbGV2ZWwDAAQBcgEBYX0EAAV0aGlyZAMABgFAAwdvcHRpb25zAwVsZXZlbAUFdGhpcmQHAQAEAANzZXQBCAQAHHRlc3Q6Y29sbGlzaW9ucy9zZWNvbmRAMS4wLjAFBgFCFgFyAQdkaXNwb3NlfwQACmRpc3Bvc2FibGUDAAABcgEGbGVuZ3RoeQQAC3VpbnQ4LWFycmF5AwACAXB9AXIBBmJpbmFyeQQEAAhjb250cmFjdAMABQFyAQFhfQQAEmNvbGxpc2lvbnMtZXhwb3J0cwMABwFxAgRub25lAAAEc29tZQEBAAQAB3BhcnRpYWwDAAkBQAUFY2xhc3NzB2RlZmF1bHR5BHRoaXN/BGV2YWx+CXVuZGVmaW5lZH0ACgQABWF3YWl0AQsBcAMBQAEGYXJyYXlzDAAGBAADbmV3AQ0BQAECb2YEAAgEAAZkZWxldGUBDgFAAgJhMX0DYS0yfQAEBAADYS0xAQ8BQAEQU09NRS1wYXJ0cy1PRi1pdHMAfwQABklTLVhNTAEQBAAbdGVzdDpjb2xsaXNpb25zL3RoaXJkQDEuMC4wBQcBQhEBcgECaWR5BAAEaXRlbQMAAAQABmhvbGRlcgMBAWgCAUABBHNlbGYDAAEEABJbbWV0aG9kXWhvbGRlci5nZXQBBAFAAABzBAAYW3N0YXRpY11ob2xkZXIucHJvdG90eXBlAQUBQAAAfQQAE1tzdGF0aWNdaG9sZGVyLm5hbWUBBgQAFVtzdGF0aWNdaG9sZGVyLmxlbmd0aAEFAUAAAQAEABVbc3RhdGljXWhvbGRlci5jYWxsZXIBBwQAGFtzdGF0aWNdaG9sZGVyLmFyZ3VtZW50cwEHAWkCAUABAm9mCAABBAAEcGFzcwEJBAAadGVzdDpjb2xsaXNpb25zL2JvdGhAMS4wLjAFCAFCAgFAAQRuYW1lcwBzBAAFaGVsbG8BAAQAGHRlc3Q6Z3JlZXRlci9ncmVldEAwLjEuMAUJAUIDAXBzAUABBW5hbWVzAABzBAAFaGVsbG8BAQQAGHRlc3Q6Z3JlZXRlci9ncmVldEAwLjIuMwUKAUICAUAAAQAEAAVoZWxsbwEABAAFZ3JlZXQFCwFCAgFAAAEABAAEY2FsbAEABAALdGhpcmQtcGFydHkFDAQAIHRlc3Q6Y29sbGlzaW9ucy9jb2xsaXNpb25zQDEuMC4wBAALEAEACmNvbGxpc2lvbnMDAAAALwlwcm9kdWNlcnMBDHByb2Nlc3NlZC1ieQENd2l0LWNvbXBvbmVudAcwLjI2Mi4w",
);
