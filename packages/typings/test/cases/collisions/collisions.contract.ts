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
  readonly Holder: ClassOf<ImportedHolder>;
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
  readonly Holder: ClassOf<ExportedHolder>;
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
  "AGFzbQ0AAQAAGRZ3aXQtY29tcG9uZW50LWVuY29kaW5nBAAH2QkBQQIBQRoBQggBcgEFd2lkdGh5BAAHb3B0aW9ucwMAAAF9BAAFbGV2ZWwDAAIBcgEBYX0EAAZ1bmlxdWUDAAQBQAIHb3B0aW9ucwEFbGV2ZWwDAQAEAANzZXQBBgMAG3Rlc3Q6Y29sbGlzaW9ucy9maXJzdEAxLjAuMAUAAUIJAXIBAmlkeQQABGl0ZW0DAAAEAAZob2xkZXIDAQFoAgFAAQRzZWxmAwABBAASW21ldGhvZF1ob2xkZXIuZ2V0AQQBaQIBQAECb2YFAAEEAARwYXNzAQYDABp0ZXN0OmNvbGxpc2lvbnMvYm90aEAxLjAuMAUBAUIEAXIBBWhvdXJzeQQABHRpbWUDAAABQAAAAQQABWhvdXJzAQIDABR0ZXN0OmNsb2NrL25vd0AxLjIuMAUCAUIEAXIBBWhvdXJzcwQABHRpbWUDAAABQAAAAQQABWhvdXJzAQIDABR0ZXN0OmNsb2NrL25vd0AyLjAuMAUDAUAAAQADAAdkZWZhdWx0AQQEAAtmaXJzdC1wYXJ0eQEEAgMAAAdvcHRpb25zAUIKAgMCAQUEAA1maXJzdC1vcHRpb25zAwAAAXICBmhlaWdodHkCb2YBBAAHb3B0aW9ucwMAAgFtAgNsb3cEaGlnaAQABWxldmVsAwAEAXIBAWF9BAAFdGhpcmQDAAYBQAMHb3B0aW9ucwMFbGV2ZWwFBXRoaXJkBwEABAADc2V0AQgEABx0ZXN0OmNvbGxpc2lvbnMvc2Vjb25kQDEuMC4wBQYBQhYBcgEHZGlzcG9zZX8EAApkaXNwb3NhYmxlAwAAAXIBBmxlbmd0aHkEAAt1aW50OC1hcnJheQMAAgFwfQFyAQZiaW5hcnkEBAAIY29udHJhY3QDAAUBcgEBYX0EABJjb2xsaXNpb25zLWV4cG9ydHMDAAcBcQIEbm9uZQAABHNvbWUBAQAEAAdwYXJ0aWFsAwAJAUAFBWNsYXNzcwdkZWZhdWx0eQR0aGlzfwRldmFsfgl1bmRlZmluZWR9AAoEAAVhd2FpdAELAXADAUABBmFycmF5cwwABgQAA25ldwENAUABAm9mBAAIBAAGZGVsZXRlAQ4BQAICYTF9A2EtMn0ABAQAA2EtMQEPAUABEFNPTUUtcGFydHMtT0YtaXRzAH8EAAZJUy1YTUwBEAQAG3Rlc3Q6Y29sbGlzaW9ucy90aGlyZEAxLjAuMAUHAUIJAXIBAmlkeQQABGl0ZW0DAAAEAAZob2xkZXIDAQFoAgFAAQRzZWxmAwABBAASW21ldGhvZF1ob2xkZXIuZ2V0AQQBaQIBQAECb2YFAAEEAARwYXNzAQYEABp0ZXN0OmNvbGxpc2lvbnMvYm90aEAxLjAuMAUIAUICAUABBG5hbWVzAHMEAAVoZWxsbwEABAAYdGVzdDpncmVldGVyL2dyZWV0QDAuMS4wBQkBQgMBcHMBQAEFbmFtZXMAAHMEAAVoZWxsbwEBBAAYdGVzdDpncmVldGVyL2dyZWV0QDAuMi4zBQoBQgIBQAABAAQABWhlbGxvAQAEAAVncmVldAULAUICAUAAAQAEAARjYWxsAQAEAAt0aGlyZC1wYXJ0eQUMBAAgdGVzdDpjb2xsaXNpb25zL2NvbGxpc2lvbnNAMS4wLjAEAAsQAQAKY29sbGlzaW9ucwMAAAAvCXByb2R1Y2VycwEMcHJvY2Vzc2VkLWJ5AQ13aXQtY29tcG9uZW50BzAuMjYyLjA=",
);
