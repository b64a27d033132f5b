import type { GoFunction } from "./go-file.ts";
import { printMethod } from "./print-go.ts";

/** The types of a resource that the plugin makes: what it has to do, and what stands for it elsewhere. */
export function resourceTypes(name: string, methods: readonly GoFunction[]): readonly string[] {
  return [
    [
      `// ${name}Methods is what a plugin writes for a ${name}. Where it has a method OnDrop(), that is called when nobody holds the`,
      "// resource any more.",
      `type ${name}Methods interface {`,
      ...methods.map(printMethod),
      "}",
    ].join("\n"),
    [
      `// ${name} is a resource of this plugin, as the host knows it. The plugin's own value is its field ${name}Methods.`,
      `type ${name} struct {`,
      `${name}Methods`,
      "owned witRuntime.Owned",
      "}",
    ].join("\n"),
    [
      `// New${name} makes a resource of a value of the plugin's.`,
      `func New${name}(methods ${name}Methods) *${name} {`,
      `return &${name}{${name}Methods: methods}`,
      "}",
    ].join("\n"),
    [
      `// OnDrop tells the plugin's value that nobody holds the resource any more.`,
      `func (self *${name}) OnDrop() {`,
      `if one, ok := self.${name}Methods.(interface{ OnDrop() }); ok {`,
      "one.OnDrop()",
      "}",
      "}",
    ].join("\n"),
  ];
}

/** What a handle of a resource is made of and by, out of the bindings of wit-bindgen, which know the names. */
export function resourceHandles(name: string, bindings: string): readonly string[] {
  const directive = (kind: string, target: string): string => {
    const found = new RegExp(`^//go:${kind} .*\\nfunc ${target}\\(`, "m").exec(bindings)?.[0].split("\n")[0];
    if (found === undefined) throw new Error(`the bindings for Go have no ${target}`);
    return found;
  };
  return [
    `${directive("wasmimport", `resourceNew${name}`)}\nfunc resourceNew${name}(self unsafe.Pointer) int32`,
    `${directive("wasmimport", `resourceRep${name}`)}\nfunc resourceRep${name}(handle int32) unsafe.Pointer`,
    `${directive("wasmimport", `resourceDrop${name}`)}\nfunc resourceDrop${name}(handle int32)`,
    [
      directive("wasmexport", `resourceDtor${name}`),
      `func resourceDtor${name}(self unsafe.Pointer) {`,
      "defer witRuntime.TrapPanic()",
      `(*${name})(self).owned.End()`,
      `(*${name})(self).OnDrop()`,
      "}",
    ].join("\n"),
    [
      "// TakeHandle gives the resource to the host. Bindings call it.",
      `func (self *${name}) TakeHandle() int32 {`,
      "if handle := self.owned.Take(self); handle != 0 {",
      "return handle",
      "}",
      `return resourceNew${name}(unsafe.Pointer(self))`,
      "}",
    ].join("\n"),
    [
      "// Drop ends a resource that the plugin holds.",
      `func (self *${name}) Drop() {`,
      "if handle := self.owned.Drop(); handle != 0 {",
      `resourceDrop${name}(handle)`,
      "return",
      "}",
      "self.OnDrop()",
      "}",
    ].join("\n"),
    [
      `// ${name}FromOwnHandle gives the resource that the host has given back. Bindings call it.`,
      `func ${name}FromOwnHandle(handle int32) *${name} {`,
      `self := (*${name})(resourceRep${name}(handle))`,
      "self.owned.Receive(handle)",
      "return self",
      "}",
    ].join("\n"),
    [
      `// ${name}FromBorrowHandle gives the resource that the host lends. Bindings call it.`,
      `func ${name}FromBorrowHandle(self int32) *${name} {`,
      `return (*${name})(unsafe.Pointer(uintptr(self)))`,
      "}",
    ].join("\n"),
  ];
}

/** Of these, what a native test can call. */
export function resourceStub(name: string): string {
  return ["// Drop ends a resource that the plugin holds.", `func (self *${name}) Drop() {`, "self.OnDrop()", "}"].join(
    "\n",
  );
}
