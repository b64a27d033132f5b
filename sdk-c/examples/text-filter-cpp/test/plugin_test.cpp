// Runs the plugin natively. What the host would provide is defined here.
#include "text_filter_cpp.h"

#include <cassert>
#include <cstdio>

static std::string told;

void acme::text::log::Write(std::string_view line) { told = line; }

static auto transform(std::string_view text) {
  return exports::text_filter::Transform(wit::string::from_view(text));
}

static void shouts_and_tells_the_host() {
  assert(transform("2 hey").value().get_view() == "HEY HEY");
  assert(told == "C++ is asked to shout 5 bytes");
}

static void refuses_what_it_cannot_shout() {
  assert(transform("").error().get_view() == "there is nothing to shout");
  assert(transform("x hey").error().get_view() == "X is no number");
}

int main() {
  shouts_and_tells_the_host();
  refuses_what_it_cannot_shout();
  std::puts("2 passed, 0 failed");
}
