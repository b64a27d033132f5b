import type { InterfaceTable } from "../interface-members.ts";
import { NumberBucket, TextBucket } from "./bucket.ts";
import { configStore } from "./config-store.ts";
import { atomics, batch, numberAtomics, store } from "./keyvalue.ts";
import { logging } from "./logging.ts";

/** The standard services beside the command line's world. They are drafts: each version that is in use is named. */
export const services: InterfaceTable = [
  ["wasi:config/runtime@0.2.0-draft", configStore],
  ["wasi:config/store@0.2.0-draft", configStore],
  ["wasi:config/store@0.2.0-rc.1", configStore],
  ["wasi:logging/logging", logging],
  ["wasi:logging/logging@0.1.0-draft", logging],
  ["wasi:keyvalue/store@0.2.0-draft", store(NumberBucket)],
  ["wasi:keyvalue/atomics@0.2.0-draft", numberAtomics],
  ["wasi:keyvalue/batch@0.2.0-draft", batch],
  ["wasi:keyvalue/store@0.2.0-draft2", store(TextBucket)],
  ["wasi:keyvalue/atomics@0.2.0-draft2", atomics],
  ["wasi:keyvalue/batch@0.2.0-draft2", batch],
];
