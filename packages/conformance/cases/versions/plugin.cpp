#include "versions_cpp.h"

namespace exports::test::greeter0_1_0::greet {
wit::string Hello(wit::string name) {
  auto hours = std::to_string(::test::clock1_2_0::now::Hours());
  return wit::string::from_view("hello " + name.to_string() + " at " + hours);
}
}  // namespace exports::test::greeter0_1_0::greet

namespace exports::test::greeter0_2_3::greet {
wit::string Hello(wit::vector<wit::string> names) {
  std::string all;
  for (const auto &name : names.get_view()) all += (all.empty() ? "" : " and ") + name.to_string();
  auto hours = ::test::clock2_0_0::now::Hours().to_string();
  return wit::string::from_view("hello " + all + " at " + hours);
}
}  // namespace exports::test::greeter0_2_3::greet
