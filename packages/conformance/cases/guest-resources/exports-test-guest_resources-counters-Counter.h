// A class behind a resource is the guest's own to define: what wit-bindgen writes here by itself has no members.
#pragma once
#include "wit.h"
#include <expected>

namespace exports::test::guest_resources::counters {
class Counter : public wit::ResourceExportBase<Counter> {
public:
  uint32_t value;
  static inline uint32_t destroyed = 0;

  explicit Counter(uint32_t start) : value(start) {}
  static Owned New(uint32_t start) { return Owned(new Counter(start)); }
  static void Dtor(Counter *self) {
    destroyed++;
    delete self;
  }
  uint32_t Get() { return value; }
  uint32_t Add(uint32_t by) { return value += by; }
  static uint32_t Largest(std::reference_wrapper<const Counter> a, std::reference_wrapper<const Counter> b);
  static std::expected<Owned, wit::string> Parse(wit::string text);

  static int32_t ResourceNew(Counter *self);
  static Counter *ResourceRep(int32_t id);
  static void ResourceDrop(int32_t id);
};
}  // namespace exports::test::guest_resources::counters
