// What a plugin of test:world-items/world-items@1.0.0 exports. Written by polyplug: changes are lost when it is written anew.

export declare function sayHello(name: string): void;
export declare function twiceSwapped(value: Pair, at: Datetime): Pair;
export declare const myTools: MyTools;

export interface Datetime {
  seconds: bigint;
  nanoseconds: number;
}

export interface Pair {
  left: string;
  right: number;
}

export interface MyTools {
  readonly doubleIt: (name: string) => number;
}

export { myTools as "my-tools" };
