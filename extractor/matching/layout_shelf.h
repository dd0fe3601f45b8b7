// SPDX-License-Identifier: GPL-3.0-or-later
// The forms that a document may be in, read one by one as they are tried: most documents are in the
// first, and reading the others would cost as much as reading the document.
#pragma once

#include "base/result.h"
#include "document/document.h"
#include "matching/layout.h"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace gouji {

/// Forms, read or still to be read.
class LayoutShelf {
public:
  /// Forms that are read. Not explicit: who has them hands them on as they are.
  LayoutShelf(const Layouts& layouts);
  LayoutShelf() = default;

  /// Adds the form in the layout file `xml`, of which only the head is read now. `source` names the
  /// file in messages. Errors: those of `read_layout_head`.
  Result<void> add(std::string xml, const std::string& source);

  /// In which order to try the forms on a document: indices, those of the first `titled` have the
  /// title that the document bears near its top, then the others; of each the newest first.
  struct Order {
    std::vector<std::size_t> forms;
    std::size_t titled = 0;
  };
  Order order_for(const std::vector<Block>& flow) const;

  /// The form; read now when it was not. Errors: those of `load_layout`.
  Result<std::shared_ptr<const Layout>> take(std::size_t index) const;

private:
  struct Entry {
    int first_year = 0;
    Label title;
    std::string xml, source;              ///< of a form that is still to be read
    std::shared_ptr<const Layout> layout; ///< null until then
  };
  mutable std::vector<Entry> entries_;
};

} // namespace gouji
