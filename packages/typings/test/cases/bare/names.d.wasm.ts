// What the plugin exports. Written by polyplug: changes are lost when it is written anew.

declare function delete_(class_: number, class__: number): void;
declare function function1(): void;
declare function function2(value1: number): void;
declare function default_(): void;
declare function function4(): void;
declare function function5(): void;
declare function function1_(): void;
declare function delete__(): void;

export {
  default_ as default,
  delete_ as delete,
  delete__ as delete_,
  function1 as "not a name",
  function1_ as function1,
  function2 as "",
  function4 as 'f" }; throw 1 //\n*/',
  function5 as "größe",
};
