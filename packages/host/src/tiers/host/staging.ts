import { Area, areaBytes, bodyStart } from "../wire/area.ts";
import { type Line, writing } from "../wire/message.ts";

/** Where arguments are written of a call that waits for its turn: what its caller changes afterwards is not passed. */
export class Staging implements Pick<Line, "area" | "grow"> {
  area: Area = new Area(new ArrayBuffer(2 ** 12));

  grow(bytes: number): void {
    this.area = new Area(new ArrayBuffer(areaBytes(bytes)));
  }

  write(write: (area: Area) => void): void {
    writing(this, write);
  }

  /** What was written last, for whoever passes it on. */
  taken(): Uint8Array {
    return this.area.bytes.slice(bodyStart, this.area.top);
  }
}
