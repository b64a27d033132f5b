// The contract acme:calculator/calculator@1.0.0. Written by polyplug: changes are lost when it is written anew.

import { type Contract, defineContract } from "@polyplug/host";

/** What a plugin of acme:calculator/calculator@1.0.0 exports. */
export interface CalculatorExports {
  readonly describe: () => Operation;
  /**
   * The result for as many numbers as it takes, or why there is none.
   *
   * @throws {ResultError<string>}
   */
  readonly compute: (args: Float64Array | readonly number[]) => number;
}

/** What a host provides for a plugin of acme:calculator/calculator@1.0.0. */
export type CalculatorImports = object;

/** What a plugin offers. */
export interface Operation {
  name: string;
  /** As it is written between or before the numbers. */
  symbol: string;
  /** How many numbers it takes. */
  arity: number;
}

/** One operation of a calculator. */
export const contract: Contract<CalculatorExports, CalculatorImports> = defineContract(
  "AGFzbQ0AAQAAGRZ3aXQtY29tcG9uZW50LWVuY29kaW5nBAAHhAEBQQIBQQgBcgMEbmFtZXMGc3ltYm9scwVhcml0eXkDAAlvcGVyYXRpb24DAAABQAAAAQQACGRlc2NyaWJlAQIBcHUBagF1AXMBQAEEYXJncwMABAQAB2NvbXB1dGUBBQQAIGFjbWU6Y2FsY3VsYXRvci9jYWxjdWxhdG9yQDEuMC4wBAALEAEACmNhbGN1bGF0b3IDAAAALwlwcm9kdWNlcnMBDHByb2Nlc3NlZC1ieQENd2l0LWNvbXBvbmVudAcwLjI2Mi4w",
);
