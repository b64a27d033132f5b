/**
 * Every bound on planning a component. In a file each component is written once and may be instantiated many times, by
 * components that are instantiated many times themselves, so that a few hundred bytes can ask for more instances than
 * there are atoms.
 */
export const limits = {
  /** Instances of components in one plan, our own; wasmtime has as many as `total_component_instances` of its pool. */
  componentInstances: 1_000,
  /** Components instantiated within each other: as many as the decoder lets lie within each other. */
  instantiationDepth: 100,
  /** Instances of core modules in one plan, our own: a process has room for some 13,000 memories. */
  coreInstances: 1_000,
  /** Entries that all tables start with, our own: the largest guests have some thousands. They lie in the host's own heap. */
  tableEntries: 1_000_000,
  /**
   * Pages of 64 KiB that all memories start with, our own: as many as one memory of 32 bits can have. A thousand times
   * as many are there within ten seconds, which a file of 4 kB could ask for.
   */
  memoryPages: 65_536,
  /**
   * Definitions that are carried out, and imports and exports that are looked at, all instances together, our own: a
   * JavaScript component that links eight core modules takes 800.
   */
  work: 250_000,
} as const;
