/** What stands where there is no value. Nobody may get to see it: of a reference it is null, whatever its type says. */
export function absent<T>(): T {
  if (isReference<T>()) return changetype<T>(0);
  else return <T>0;
}
