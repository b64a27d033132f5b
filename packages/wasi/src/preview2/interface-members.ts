import type { Preview2Process } from "./preview2-process.ts";
import type { ResourceClass } from "./resource.ts";

/** What an interface consists of: functions under camelCase names, resources under PascalCase names. */
export type InterfaceMembers = Readonly<Record<string, ((...args: never[]) => unknown) | ResourceClass>>;

/** An interface for one plugin. */
export type MakeInterface = (process: Preview2Process) => InterfaceMembers;

/** Interfaces under their keys. */
export type InterfaceTable = readonly (readonly [key: string, make: MakeInterface])[];
