// The contract test:world-items/world-items@1.0.0. Written by polyplug: changes are lost when it is written anew.

import { type Contract, defineContract } from "@polyplug/host";

/** What a plugin of test:world-items/world-items@1.0.0 exports. */
export interface WorldItemsExports {
  readonly "my-tools": MyTools;
  readonly myTools: MyTools;
  /**
   * Greets.
   *
   * @since 1.0.0
   * @deprecated since 1.1.0
   */
  readonly sayHello: (name: string) => void;
  readonly twiceSwapped: (value: Pair, at: Datetime) => Pair;
}

/** What a host provides for a plugin of test:world-items/world-items@1.0.0. */
export interface WorldItemsImports {
  readonly "my-settings": MySettings;
  readonly Box: {
    new (value: string): Box;
  };
  readonly printLine: (line: string) => void;
}

/** Settings of the host. */
export interface MySettings {
  /** One by its name. */
  readonly getNumber: (name: string) => number | undefined;
}

export interface Datetime {
  seconds: bigint;
  nanoseconds: number;
}

/** Two of a kind. */
export interface Pair {
  left: string;
  right: number;
}

export interface Box extends Partial<Disposable> {
  value(): string;
}

export interface MyTools {
  readonly doubleIt: (name: string) => number;
}

/**
 * Everything stands in the world itself, and WASI is no part of what the host writes.
 *
 *     line that is indented
 *
 * Comments may try `*\/ to end`, or hold **Markdown**, a {@link} and @tags.
 */
export const contract: Contract<WorldItemsExports, WorldItemsImports> = defineContract(
  "AGFzbQ0AAQAAGRZ3aXQtY29tcG9uZW50LWVuY29kaW5nBAAH8wQBQQIBQRwBQgQEAA1vdXRwdXQtc3RyZWFtAwEBaAABQAEEc2VsZgEBAAQAG1ttZXRob2Rdb3V0cHV0LXN0cmVhbS5mbHVzaAECAwAVd2FzaTppby9zdHJlYW1zQDAuMi4wBQACAwAADW91dHB1dC1zdHJlYW0BQgUCAwIBAQQADW91dHB1dC1zdHJlYW0DAAABaQEBQAAAAgQACmdldC1zdGRvdXQBAwMAFXdhc2k6Y2xpL3N0ZG91dEAwLjIuMAUCAUIDAWt5AUABBG5hbWVzAAAEAApnZXQtbnVtYmVyAQEDAAtteS1zZXR0aW5ncwUDAUIEAXICB3NlY29uZHN3C25hbm9zZWNvbmRzeQQACGRhdGV0aW1lAwAAAUAAAAEEAANub3cBAgMAHHdhc2k6Y2xvY2tzL3dhbGwtY2xvY2tAMC4yLjAFBAIDAAMIZGF0ZXRpbWUDAAhkYXRldGltZQMABQFyAgRsZWZ0cwVyaWdodHkDAARwYWlyAwAHAwADYm94AwEBQAEEbGluZXMBAAMACnByaW50LWxpbmUBCgFpCQFAAQV2YWx1ZXMACwMAEFtjb25zdHJ1Y3Rvcl1ib3gBDAFoCQFAAQRzZWxmDQBzAwARW21ldGhvZF1ib3gudmFsdWUBDgFAAQRuYW1lcwEABAAJc2F5LWhlbGxvAQ8BQAIFdmFsdWUIAmF0BgAIBAANdHdpY2Utc3dhcHBlZAEQAUICAUABBG5hbWVzAHkEAAlkb3VibGUtaXQBAAQACG15LXRvb2xzBREEACJ0ZXN0OndvcmxkLWl0ZW1zL3dvcmxkLWl0ZW1zQDEuMC4wBAALEQEAC3dvcmxkLWl0ZW1zAwAAAC8JcHJvZHVjZXJzAQxwcm9jZXNzZWQtYnkBDXdpdC1jb21wb25lbnQHMC4yNjIuMA==",
);
