// The side of a plugin of test:empty/empty. Written by polyplug: changes are lost when it is written anew.

declare module "test:empty/empty" {
  export interface EmptyExports {}
  /** What the host provides, by module. */
  export interface EmptyImports {}
}
