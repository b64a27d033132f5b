// What the plugin exports. Written by polyplug: changes are lost when it is written anew.

export declare function adder(left: number, right: number): number;
export declare function nameless(value1: number): void;
export declare function numbers(a: number, b: bigint, c: number, d: number): bigint;
export declare function several(): [number, bigint];
export declare function vector(of: never): void;
export declare function references(f: CallableFunction | null, e: unknown): void;
export declare function _start(code: number): void;
