/** A resource of the host's, or of another plugin's. The bindings have a class for each that extends this one. */
export abstract class ImportedResource {
  constructor(
    /** Its index in the table of the plugin's handles; 0 where it was dropped or given away. For the bindings alone. */
    public __handle: u32,
  ) {}

  /** Gives up this handle, and with it the resource if the plugin owned it. A second time it does nothing. */
  abstract drop(): void;
}

/** The handle for a call that uses or borrows the resource. */
export function handleOf(resource: ImportedResource): u32 {
  if (resource.__handle == 0) throw new Error("this resource was dropped or given away");
  return resource.__handle;
}

/** The handle for a call that takes the resource. */
export function giveHandle(resource: ImportedResource): u32 {
  const handle = handleOf(resource);
  resource.__handle = 0;
  return handle;
}

/** The handle, if it was not given up before. */
export function dropHandle(resource: ImportedResource): u32 {
  const handle = resource.__handle;
  resource.__handle = 0;
  return handle;
}

/** An object for a handle, past the constructor, which would ask for a new resource. */
export function wrapHandle<T extends ImportedResource>(handle: u32): T {
  const resource = changetype<T>(__new(offsetof<T>(), idof<T>()));
  resource.__handle = handle;
  return resource;
}

/** What a call lends to the plugin. */
const lent: Array<ImportedResource> = [];

/** The same as {@link wrapHandle} for a handle that has to be given back when the call ends. */
export function wrapLent<T extends ImportedResource>(handle: u32): T {
  const resource = wrapHandle<T>(handle);
  lent.push(resource);
  return resource;
}

/** Gives back what a call lent, at its end. */
export function dropLent(): void {
  while (lent.length > 0) lent.pop().drop();
}

/**
 * A resource that the plugin implements. The bindings have a class for each that extends this one, and the plugin's own
 * class extends that.
 *
 * An object becomes a resource when it is first passed to the host, and is kept from then on: until the last owner drops
 * it, be that the host, or the plugin by {@link drop} where the host gave it back.
 */
export abstract class Resource {
  /** The handle by which the plugin owns it; 0 where it does not. For the bindings alone. */
  __handle: u32 = 0;
  /** Whether anybody has a handle to it. For the bindings alone. */
  __isKnown: bool = false;

  /** Is called when its last owner dropped it. Does nothing unless it is overridden. */
  destructor(): void {}

  /** Ends a resource that the host gave back for good. On one that the host has, or never had, it does nothing. */
  abstract drop(): void;
}

/** Keeps an object that is about to become a resource. Aborts where it is one already, and somebody else's. */
export function keep(resource: Resource): usize {
  if (resource.__isKnown) throw new Error("this resource is owned by the host");
  resource.__isKnown = true;
  return __pin(changetype<usize>(resource));
}

/** The handle of a resource that the plugin owns, to be given away; 0 where it has none. */
export function giveOwn(resource: Resource): u32 {
  const handle = resource.__handle;
  resource.__handle = 0;
  return handle;
}

/** A resource that the plugin owns again. */
export function ownAgain<T extends Resource>(pointer: usize, handle: u32): T {
  const resource = changetype<T>(pointer);
  resource.__handle = handle;
  return resource;
}

/** Lets an object go that nobody has a handle to any more. */
export function destroy(pointer: i32): void {
  const resource = changetype<Resource>(<usize>pointer);
  resource.__handle = 0;
  resource.__isKnown = false;
  resource.destructor();
  __unpin(pointer);
}
