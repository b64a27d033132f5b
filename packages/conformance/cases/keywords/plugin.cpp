#include "keywords_cpp.h"

namespace exports::test::keywords::class_ {
Fields Fn(Fields this_) { return this_; }
Cases Switch(Cases case_) { return case_; }
Labels Go(Labels goto_) { return goto_; }
Choices Typeof(Choices template_) { return template_; }

wit::string Yield(wit::string await, uint8_t async) {
  return ::test::keywords::new_::Delete(await.get_view(), async);
}

uint32_t Import(uint8_t char_, uint8_t double_, uint8_t long_, uint8_t operator_, uint8_t return_, uint8_t var,
                uint8_t self, uint8_t size_t_, uint8_t len, uint8_t ptr, uint8_t ret_, uint8_t result) {
  return char_ + double_ + long_ + operator_ + return_ + var + self + size_t_ + len + ptr + ret_ + result;
}
}  // namespace exports::test::keywords::class_
