/** A function of any arguments. */
export type Callable = (...args: never[]) => unknown;

/** A function that is made when it is first called, and what makes it forget what it would be made of. */
export interface LateCallable {
  readonly call: Callable;
  readonly release: (refuse: () => never) => void;
}

/**
 * Puts the making of a function off until it is called. A component has a hundred imports and calls a few of them, and
 * each takes a tenth of a millisecond to make; the way through here, some nanoseconds a call, is little beside strings.
 */
export function lateFunction(make: () => Callable): LateCallable {
  let pending: (() => Callable) | undefined = make;
  let made: Callable | undefined;
  const first = (): Callable => {
    made ??= pending?.() ?? unmade;
    pending = undefined;
    return made;
  };
  return {
    call: (...args) => (made ?? first())(...args),
    release(refuse) {
      pending = undefined;
      made = refuse;
    },
  };
}

/** Never called: what is pending no more was made or refuses. */
function unmade(): never {
  throw new TypeError("there is nothing to call");
}
