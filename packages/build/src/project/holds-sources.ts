/** Where other things lie than the sources of a plugin: packages, what compilers leave, what is made. */
const others = /^(\..*|node_modules|target|dist|build|bindings)$/;

/** Whether what is called so, somewhere in a project, may be or hold a source of the plugin. */
export function holdsSources(name: string): boolean {
  return !others.test(name);
}
