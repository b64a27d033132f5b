/**
 * The exports of a plugin that runs in another thread or process than its host: every function gives a promise, and so
 * does every method of a resource. Its class is no constructor there, for that could not wait: `create` takes what the
 * constructor does and gives a promise.
 */
export type ApartExports<Exports> = {
  readonly [Key in keyof Exports]: Apart<Exports[Key]>;
};

type Apart<Member> = Member extends abstract new (
  ...args: infer Args
) => infer Made
  ? ApartClass<Member, Args, Made>
  : Member extends (...args: infer Args) => infer Result
    ? (...args: ApartValues<Args>) => Promise<ApartValue<Awaited<Result>>>
    : Member extends object
      ? ApartExports<Member>
      : Member;

type ApartClass<Class, Args extends unknown[], Made> = {
  readonly [Key in Exclude<keyof Class, "prototype">]: Apart<Class[Key]>;
} & {
  create(...args: ApartValues<Args>): Promise<ApartValue<Made>>;
  readonly prototype: ApartValue<Made>;
};

/** An object of a resource's class, whose methods give promises; whatever else it is, a value with such objects in it. */
export type ApartValue<Value> = Value extends { [Symbol.dispose](): void }
  ? { [Key in keyof Value]: Key extends typeof Symbol.dispose ? Value[Key] : Apart<Value[Key]> }
  : Value extends string | number | bigint | boolean | undefined | null | ArrayBufferView
    ? Value
    : Value extends object
      ? { [Key in keyof Value]: ApartValue<Value[Key]> }
      : Value;

type ApartValues<Args extends unknown[]> = { [Key in keyof Args]: ApartValue<Args[Key]> };

/** What a host provides to such a plugin: its functions may give promises, for which the plugin waits. */
export type ApartImports<Imports> = {
  readonly [Key in keyof Imports]: Imports[Key] extends abstract new (
    ...args: infer Args
  ) => infer Made
    ? abstract new (
        ...args: Args
      ) => { [Member in keyof Made]: Waited<Made[Member]> }
    : Imports[Key] extends (...args: infer Args) => infer Result
      ? (...args: Args) => Result | Promise<Result>
      : Imports[Key] extends object
        ? ApartImports<Imports[Key]>
        : Imports[Key];
};

type Waited<Member> = Member extends (...args: infer Args) => infer Result
  ? (...args: Args) => Result | Promise<Result>
  : Member;
