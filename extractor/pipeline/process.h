// SPDX-License-Identifier: GPL-3.0-or-later
// The one way through the house: bytes -> Outcome.
#pragma once

#include "base/result.h"
#include "checks/finding.h"
#include "matching/layout_shelf.h"
#include "readers/format.h"
#include "tables/hints.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace gouji {

/// Where the bytes came from, as the JSON shows it.
struct Source {
  std::string name; ///< file name without its folder
  std::string format;
  std::string sha256; ///< hex; empty for an open document that was never saved
  int pages = 0;      ///< 0 where the format has none

  bool operator==(const Source&) const = default;
};

/// What became of one document.
struct Outcome {
  Source source;
  std::vector<Block> flow;
  Report report;
  std::vector<Finding> findings;
  std::vector<Note> notes;
};

/// detect, read. `name` is only for messages: errors come back with it as their source.
Result<Document> read_document(Bytes bytes, const std::string& name,
                               std::span<const Format> formats);

/// A document without what it says: that was handed on block by block.
struct ReadThrough {
  Source source; ///< without the hash
  std::vector<Note> notes;
};

/// Takes a block of the document; of `source` all but the hash is known.
using TakeSourceBlock = std::function<void(const Source& source, Block&& block)>;

/// detect, read, recover: hands on the document's blocks in reading order while it is read. Of
/// formats that hand on their pages one by one none is kept: memory does not grow with the pages.
/// Errors as `read_document`; blocks may have come before. Also invalid, before any block, for
/// hints that do not fit the document: no such page, an area off the pages, a document without
/// pages.
Result<ReadThrough> read_blocks(Bytes bytes, const std::string& name,
                                std::span<const Format> formats, const TakeSourceBlock& take,
                                const Hints& hints = {});

/// Everything after reading: recover, match, check. Never fails: a document without a form comes
/// back with a null layout and one note that says so.
Outcome examine(Document document, const Layouts& layouts, const Report* prior = nullptr);
/// The same with forms that are read as they are tried. Errors: those of reading them.
Result<Outcome> examine(Document document, const LayoutShelf& shelf, const Report* prior = nullptr);

/// Does the name's extension stand for another format than the content has?
bool misnamed(Bytes bytes, const std::string& name, std::span<const Format> formats);

/// detect, read, examine. The content tells the format; a file without a known form whose name
/// promises another one is refused (unsupported): it is what sites send in place of a document.
/// Errors come back with `name` as their source. `hash`: the content's SHA-256, where the caller
/// has it already.
Result<Outcome> process(Bytes bytes, const std::string& name, std::span<const Format> formats,
                        const LayoutShelf& shelf, const Report* prior = nullptr,
                        const std::string& hash = {});

} // namespace gouji
