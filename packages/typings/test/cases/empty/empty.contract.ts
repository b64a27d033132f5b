// The contract test:empty/empty. Written by polyplug: changes are lost when it is written anew.

import { type Contract, defineContract } from "@polyplug/host";

/** What a plugin of test:empty/empty exports. */
export type EmptyExports = object;

/** What a host provides for a plugin of test:empty/empty. */
export type EmptyImports = object;

export const contract: Contract<EmptyExports, EmptyImports> = defineContract(
  "AGFzbQ0AAQAAGRZ3aXQtY29tcG9uZW50LWVuY29kaW5nBAAHGwFBAgFBAAQAEHRlc3Q6ZW1wdHkvZW1wdHkEAAsLAQAFZW1wdHkDAAAALwlwcm9kdWNlcnMBDHByb2Nlc3NlZC1ieQENd2l0LWNvbXBvbmVudAcwLjI2Mi4w",
);
