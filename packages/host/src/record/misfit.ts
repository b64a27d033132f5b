/** What is thrown for a value that is none of its type, to be told of by whoever knows where it stands. */
export class Misfit extends Error {}
