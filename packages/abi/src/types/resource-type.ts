/** A resource type. Two of them are the same only if they are one object: names say nothing about identity. */
export interface ResourceType {
  /** For messages. */
  readonly name: string;
}
