#include "post_return_cpp.h"
#include <utility>

static wit::string letters(size_t length) { return wit::string::from_view(std::string(length, 'x')); }

namespace exports::post_return {
wit::string Text(uint32_t length) { return letters(length); }

wit::vector<wit::string> Words(uint32_t count) {
  auto words = wit::vector<wit::string>::allocate(count);
  for (size_t i = 0; i < count; i++) words.initialize(i, letters(100));
  return words;
}

std::expected<void, wit::string> Refuse(uint32_t length) { return std::unexpected(letters(length)); }
uint32_t Take(wit::vector<wit::string> values) { return values.size(); }

uint32_t Grown() {
  static uint32_t before = 0;
  uint32_t pages = __builtin_wasm_memory_size(0);
  return pages - std::exchange(before, pages);
}
}  // namespace exports::post_return
