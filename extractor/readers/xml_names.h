// SPDX-License-Identifier: GPL-3.0-or-later
// What the XML reader remembers of names, so that each is looked up in the vocabulary once.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace gouji {

/// What is known of names by their addresses in libxml2's dictionary: an open hash table, as one
/// look-up stands behind every element and attribute.
class NameCache {
public:
  struct Entry {
    const void* local = nullptr;
    const void* space = nullptr;
    int id = 0;
  };

  /// The entry of a name; one without `local` is new and to be filled by the caller at once.
  Entry& at(const void* local, const void* space) {
    if (used_ * 2 >= entries_.size())
      grow();
    return find(entries_, local, space);
  }
  void count_new() { ++used_; }

private:
  std::vector<Entry> entries_;
  std::size_t used_ = 0;

  static Entry& find(std::vector<Entry>& entries, const void* local, const void* space) {
    const auto address = reinterpret_cast<std::uintptr_t>(local);
    const std::size_t mask = entries.size() - 1;
    std::size_t at = (address * 0x9E3779B97F4A7C15u >> 32) & mask;
    while (entries[at].local && (entries[at].local != local || entries[at].space != space))
      at = (at + 1) & mask;
    return entries[at];
  }

  void grow() {
    std::vector<Entry> larger(std::max<std::size_t>(256, entries_.size() * 2));
    for (const Entry& entry : entries_)
      if (entry.local)
        find(larger, entry.local, entry.space) = entry;
    entries_.swap(larger);
  }
};

} // namespace gouji
