// Runs the plugin natively. What it imports of its host would be defined here.
#include "text_filter_cpp.h"
#include <cassert>
#include <cstdio>

static auto transform(std::string_view text) {
  return exports::text_filter::Transform(wit::string::from_view(text));
}

int main() {
  assert(transform("hello").value().get_view() == "HELLO");
  assert(transform("").error().get_view() == "there is nothing to shout");
  std::puts("2 passed");
}
