// Ends with a message, as native.ts expects.
#include "polyplug.h"

int main(void) { polyplug_panic("nobody can shout %d times", 101); }
