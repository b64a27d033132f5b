/** What the bindings of a contract are made with. Plugins themselves have no use for it. */
export { polyplug_abort } from "./assembly/abort";
export { labelsPointer, numbersPointer, takeLabels, takeNumbers } from "./assembly/lists";
export { console, trace } from "./assembly/log";
export { cabi_realloc, hold, release, scratch, take } from "./assembly/memory";
export {
  destroy,
  dropHandle,
  dropLent,
  giveHandle,
  giveOwn,
  handleOf,
  ImportedResource,
  keep,
  ownAgain,
  Resource,
  wrapHandle,
  wrapLent,
} from "./assembly/resources";
export { stringPointer, takeString } from "./assembly/strings";
export { bitsOf, objectOf, Variant } from "./assembly/variant";
