// What a plugin of test:empty/empty exports. Written by polyplug: changes are lost when it is written anew.

export {};
