// SPDX-License-Identifier: GPL-3.0-or-later
// What an archive's page shows when a finding is opened: a line of JSON a document, which the page
// looks into only then.
#pragma once

#include "archive/page_pictures.h"
#include "archive/page_text.h"
#include "archive/record.h"

#include <map>
#include <string>
#include <vector>

namespace gouji {

/// Collects the lines. Tables of one form print the same labels in the same grid ten thousand
/// times: each is told apart from the first of its shape.
class PageDetails {
public:
  /// Adds the line of the next document. `picture_format`: its tables can be shown as pictures of
  /// their pages, which are added to `pictures`.
  void add(const Outcome& outcome, const std::vector<DrawnTable>& tables, bool picture_format,
           std::vector<WantedPicture>& pictures);
  /// The first line (texts and shapes), then those of the documents. Spent afterwards.
  std::string take();

private:
  struct Shape {
    std::int64_t number = 0;
    std::vector<std::int64_t> texts; ///< of the first table of this shape, by cell
  };
  void write_table(JsonStream& json, const DrawnTable& drawn);

  TextPool texts_;
  std::map<std::vector<int>, Shape> shapes_; ///< by rows, columns, and the spans that are not 1
  std::vector<std::map<std::vector<int>, Shape>::const_iterator> shape_order_;
  std::string lines_;
};

} // namespace gouji
