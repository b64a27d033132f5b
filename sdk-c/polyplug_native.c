/*
 * The bindings of a plugin in C for a native test: compile this file in place of <world>.c, with -DPOLYPLUG_WORLD=<world>.
 *
 * What the host provides is weak here, so the test defines the functions that its plugin calls, as <world>.h declares
 * them. One that is called and not defined ends the test with a message. (A plugin in C++ needs nothing like this: leave
 * the bindings' .cpp out, and define what their header declares.)
 */
/* Nothing in WebAssembly, where a build may find it beside the plugin. */
#ifndef __wasm__

#ifndef POLYPLUG_WORLD
#error "say which world: -DPOLYPLUG_WORLD=text_filter"
#endif

/* All that the bindings include, before `extern` becomes another word. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__APPLE__)
#define POLYPLUG_UNDEFINED __weak_import__
#else
#define POLYPLUG_UNDEFINED __weak__, __alias__("polyplug_no_stub")

void polyplug_no_stub(void) {
  fputs("the plugin called a function of its host that this test does not define\n", stderr);
  abort();
}

#ifndef __clang__
#pragma GCC diagnostic ignored "-Wattribute-alias"
#endif
#endif

#define POLYPLUG_QUOTE(text) #text
#define POLYPLUG_FILE(world) POLYPLUG_QUOTE(world.c)

#define extern extern __attribute__((__weak__))
#define __import_module__(name) POLYPLUG_UNDEFINED
#define __import_name__(name) __unused__
#define __export_name__(name) __unused__
#include POLYPLUG_FILE(POLYPLUG_WORLD)

#endif
