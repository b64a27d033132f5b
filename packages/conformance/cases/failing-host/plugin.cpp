#include "failing_host_cpp.h"

namespace exports::failing_host {
wit::string Ask() {
  auto answer = ::test::failing_host::host::Fail("no reason");
  return answer ? std::move(*answer) : std::move(answer.error());
}

wit::string Hello() { return wit::string::from_view("hello"); }
}  // namespace exports::failing_host
