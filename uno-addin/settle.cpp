// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of single cells.
#include "settle.h"

#include "checks/check.h"
#include "marks.h"
#include "messages.h"
#include "undo_step.h"
#include "uno_text.h"
#include "writer_reader.h"

#include <com/sun/star/container/XEnumerationAccess.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace css;

namespace gouji::addin {
namespace {

using Ranges = std::vector<uno::Reference<text::XTextRange>>;

/// Puts `number` where the cell's first printed text stands and takes the rest of the text away;
/// what is no text (notes, comments, anchors) stays.
void replace_text(const uno::Reference<text::XText>& cell, const rtl::OUString& number) {
  const Ranges printed = printed_ranges(cell);
  if (printed.empty())
    return cell->insertString(cell->getStart(), number, false);
  for (std::size_t i = printed.size(); i-- > 1;)
    printed[i]->setString(rtl::OUString());
  printed.front()->setString(number);
}

std::string without_spaces(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; });
  return text;
}

} // namespace

std::optional<Repair> writable_repair(const uno::Reference<text::XTextDocument>& document,
                                      const Session& session, std::size_t finding) {
  const auto repair = find_repair(session.outcome.report, session.outcome.findings.at(finding));
  if (!repair || !may_write(document))
    return std::nullopt;
  const std::vector<Value>& values = session.outcome.report.values;
  const Value& value = values.at(static_cast<std::size_t>(repair->field));
  // A cell that several numbers were read from is not ours to write.
  if (std::count_if(values.begin(), values.end(), [&](const Value& other) {
        return other.place.table == value.place.table && other.place.row == value.place.row &&
               other.place.column == value.place.column;
      }) > 1)
    return std::nullopt;
  const uno::Reference<text::XText> cell = cell_at(session, value.place);
  if (!cell.is() || is_protected(cell))
    return std::nullopt;
  return repair;
}

bool write_repair(const uno::Reference<text::XTextDocument>& document,
                  const std::shared_ptr<Session>& session, const Repair& repair,
                  Language language) {
  Value& value = session->outcome.report.values.at(static_cast<std::size_t>(repair.field));
  const uno::Reference<text::XText> cell = cell_at(*session, value.place);
  if (!cell.is())
    return false;
  std::string printed;
  for (const auto& range : printed_ranges(cell))
    printed += to_utf8(range->getString());
  if (without_spaces(printed) != without_spaces(value.raw))
    return false;
  const UndoStep step(document, fill(phrases::set_undo, repair.number.text()), language);
  replace_text(cell, to_uno(repair.number.text()));
  value.state = State::read;
  value.number = repair.number;
  value.raw = repair.number.text();
  // What is settled is known at once, so its marks leave in the same step; the list waits for the
  // check of the document.
  clear_outdated_marks(document, check(session->outcome.report, session->prior.get()));
  return true;
}

void ignore_finding(const uno::Reference<text::XTextDocument>& document,
                    const std::shared_ptr<Session>& session, std::size_t finding,
                    Language language) {
  session->ignored.at(finding) = true;
  if (may_write(document) && has_marks(document)) {
    const OwnEdit own(session);
    const UndoStep step(document, fill(phrases::ignore_undo), language);
    clear_outdated_marks(document, session->outcome.findings, session->ignored);
  }
  changed(session);
}

} // namespace gouji::addin
