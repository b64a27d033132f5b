import type { WasiFace } from "../process/wasi-face.ts";

/** WASI 0.2 for one instance of one plugin. */
export interface Preview2 extends WasiFace {
  /**
   * An interface such as `wasi:cli/environment@0.2.3`, of any version 0.2, or undefined where it is not there: functions
   * by their names in camelCase and resources as classes in PascalCase, over JavaScript values as `@polyplug/abi` maps
   * them. It is frozen and without a prototype, and the same one each time. What makes instances of a class are the
   * functions.
   */
  provide(interfaceId: string): object | undefined;
  /** Takes back what was granted and forgets the interfaces, for good. The plugin should have ended. */
  release(): void;
}
