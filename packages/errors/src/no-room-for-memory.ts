/**
 * What an error says where the engine can make no memory for an instance. It is seldom bytes that are missing: gigabytes of
 * addresses are set aside for each, so that a process has room for some 13,000 of them, and for one under a tight limit.
 */
export function noRoomForMemory(engine: string): string {
  return (
    `the engine cannot make another memory (${engine}): it sets aside gigabytes of addresses for each, however small, so ` +
    "that a process has room for about 13,000, and for few under a limit such as ulimit -v; dispose plugins, raise that " +
    'limit, or load them with isolation: "process"'
  );
}
