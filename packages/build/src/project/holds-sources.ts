/** What is no source of a plugin and holds none: packages, what compilers leave, what is made, logs, editors' copies. */
const others = /^(\..*|node_modules|target|dist|build|bindings|.*\.log|.*~)$/;

/** Whether what is called so, somewhere in a project, may be or hold a source of the plugin. */
export function holdsSources(name: string): boolean {
  return !others.test(name);
}
