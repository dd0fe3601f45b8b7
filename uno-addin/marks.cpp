// SPDX-License-Identifier: GPL-3.0-or-later
// Comments and fills in Writer's cells, inside one undo step.
#include "marks.h"

#include "listing.h"
#include "messages.h"
#include "undo_step.h"
#include "uno_text.h"
#include "writer_reader.h"

#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/text/XTextFieldsSupplier.hpp>
#include <com/sun/star/text/XTextSection.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>
#include <com/sun/star/util/DateTime.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>
#include <osl/time.h>

#include <algorithm>
#include <set>
#include <vector>

using namespace css;

namespace gouji::addin {
namespace {

constexpr sal_Int32 no_fill = -1;
// Not of the office's palette: a cell with one of these was filled by us, not by a person.
constexpr sal_Int32 error_fill = 0xFFD9D6, warning_fill = 0xFFF4CC, info_fill = 0xDDE7F0;

sal_Int32 fill_of(Severity severity) {
  return severity == Severity::error     ? error_fill
         : severity == Severity::warning ? warning_fill
                                         : info_fill;
}

std::vector<uno::Reference<text::XTextContent>>
our_comments(const uno::Reference<text::XTextDocument>& document) {
  std::vector<uno::Reference<text::XTextContent>> found;
  const uno::Reference<text::XTextFieldsSupplier> supplier(document, uno::UNO_QUERY);
  if (!supplier.is())
    return found;
  const uno::Reference<container::XEnumeration> fields =
      supplier->getTextFields()->createEnumeration();
  while (fields->hasMoreElements()) {
    const uno::Reference<text::XTextContent> field(fields->nextElement(), uno::UNO_QUERY);
    const uno::Reference<lang::XServiceInfo> service(field, uno::UNO_QUERY);
    if (!service.is() || !service->supportsService("com.sun.star.text.textfield.Annotation"))
      continue;
    if (property<rtl::OUString>(uno::Reference<beans::XPropertySet>(field, uno::UNO_QUERY),
                                "Author") == comment_author)
      found.push_back(field);
  }
  return found;
}

/// The cell a comment stands in.
uno::Reference<beans::XPropertySet> cell_of(const uno::Reference<text::XTextContent>& comment) {
  return property<uno::Reference<beans::XPropertySet>>(
      uno::Reference<beans::XPropertySet>(comment->getAnchor(), uno::UNO_QUERY), "Cell");
}

std::string words_of(const uno::Reference<text::XTextContent>& comment) {
  return to_utf8(property<rtl::OUString>(
      uno::Reference<beans::XPropertySet>(comment, uno::UNO_QUERY), "Content"));
}

/// The cell in which a comment of ours says this; null for none.
uno::Reference<text::XText> commented_cell(const uno::Reference<text::XTextDocument>& document,
                                           const Words& message) {
  for (const auto& comment : our_comments(document))
    if (const std::string words = words_of(comment); words == message.en || words == message.zh)
      return uno::Reference<text::XText>(cell_of(comment), uno::UNO_QUERY);
  return nullptr;
}

/// Comments of ours that are to go, and the cells of those that are not.
struct Sorted {
  std::vector<uno::Reference<text::XTextContent>> leaving;
  std::vector<uno::Reference<beans::XPropertySet>> staying;
};

/// Those stay whose words are among `kept`, and what is protected.
Sorted sort_comments(const uno::Reference<text::XTextDocument>& document,
                     const std::set<std::string>& kept = {}) {
  Sorted sorted;
  for (const auto& comment : our_comments(document)) {
    const uno::Reference<text::XText> cell(cell_of(comment), uno::UNO_QUERY);
    if (kept.contains(words_of(comment)) || (cell.is() && is_protected(cell)))
      sorted.staying.push_back(cell_of(comment));
    else
      sorted.leaving.push_back(comment);
  }
  return sorted;
}

/// Takes the leaving comments away, and our fill from the cells that are left without one: painted
/// only where there was none, so none is what was there before.
void remove_marks(const Sorted& comments) {
  for (const auto& comment : comments.leaving) {
    const auto cell = cell_of(comment);
    const auto fill = property<sal_Int32>(cell, "BackColor", no_fill);
    if ((fill == error_fill || fill == warning_fill || fill == info_fill) &&
        std::find(comments.staying.begin(), comments.staying.end(), cell) == comments.staying.end())
      cell->setPropertyValue("BackColor", uno::Any(no_fill));
    comment->getAnchor()->getText()->removeTextContent(comment);
  }
}

/// A comment that is to be there.
struct Mark {
  uno::Reference<text::XText> cell;
  Severity severity = Severity::error;
  std::string words;
};

/// The session's marks, worst first, as far as they may be written.
std::vector<Mark> marks_of(const Session& session, Language language) {
  std::vector<Mark> marks;
  for (const std::size_t index : session.order) {
    if (marks.size() == most_comments)
      break;
    if (session.ignored[index])
      continue;
    const Finding& finding = session.outcome.findings[index];
    auto cell = cell_at(session, shown_place(session.outcome, finding));
    if (cell.is() && !is_protected(cell))
      marks.push_back({std::move(cell), finding.severity, finding.message.in(language)});
  }
  return marks;
}

/// Leaves out what is in the document already: a comment that says the same in the same cell.
void keep_unchanged(Sorted& comments, std::vector<Mark>& marks) {
  std::vector<uno::Reference<text::XTextContent>> leaving;
  for (const auto& comment : comments.leaving) {
    const uno::Reference<beans::XPropertySet> cell = cell_of(comment);
    const std::string words = words_of(comment);
    const auto same = std::find_if(marks.begin(), marks.end(), [&](const Mark& mark) {
      return mark.words == words && mark.cell == cell;
    });
    if (same == marks.end()) {
      leaving.push_back(comment);
      continue;
    }
    marks.erase(same);
    comments.staying.push_back(cell);
  }
  comments.leaving = std::move(leaving);
}

util::DateTime now() {
  TimeValue seconds;
  oslDateTime local;
  osl_getSystemTime(&seconds);
  osl_getLocalTimeFromSystemTime(&seconds, &seconds);
  osl_getDateTimeFromTimeValue(&seconds, &local);
  util::DateTime time;
  time.Year = static_cast<sal_Int16>(local.Year);
  time.Month = local.Month;
  time.Day = local.Day;
  time.Hours = local.Hours;
  time.Minutes = local.Minutes;
  time.Seconds = local.Seconds;
  return time;
}

} // namespace

uno::Reference<text::XText> cell_at(const Session& session, const Place& place) {
  if (place.table < 0 || static_cast<std::size_t>(place.table) >= session.tables.size() ||
      place.origin.anchor.empty())
    return nullptr;
  try {
    return uno::Reference<text::XText>(
        session.tables[static_cast<std::size_t>(place.table)]->getCellByName(
            to_uno(place.origin.anchor)),
        uno::UNO_QUERY);
  } catch (const uno::Exception&) {
    return nullptr; // the table was deleted
  }
}

bool may_write(const uno::Reference<text::XTextDocument>& document) {
  // Writer's API writes into read-only and protected documents without complaint: the policy is
  // ours.
  const uno::Reference<frame::XStorable> storable(document, uno::UNO_QUERY);
  if (storable.is() && storable->isReadonly())
    return false;
  return property<uno::Sequence<sal_Int8>>(
             uno::Reference<beans::XPropertySet>(document, uno::UNO_QUERY), "RedlineProtectionKey")
             .getLength() == 0;
}

bool is_protected(const uno::Reference<text::XText>& cell) {
  if (property<bool>(uno::Reference<beans::XPropertySet>(cell, uno::UNO_QUERY), "IsProtected"))
    return true;
  auto section = property<uno::Reference<text::XTextSection>>(
      uno::Reference<beans::XPropertySet>(cell->createTextCursor(), uno::UNO_QUERY), "TextSection");
  for (; section.is(); section = section->getParentSection())
    if (property<bool>(uno::Reference<beans::XPropertySet>(section, uno::UNO_QUERY), "IsProtected"))
      return true;
  return false;
}

void write_marks(const uno::Reference<text::XTextDocument>& document, const Session& session,
                 Language language) {
  Sorted old = sort_comments(document);
  std::vector<Mark> marks = marks_of(session, language);
  keep_unchanged(old, marks);
  if (old.leaving.empty() && marks.empty())
    return;
  const UndoStep step(document, fill(phrases::undo_title), language);
  const Unrecorded unrecorded(document);
  remove_marks(old);
  const uno::Reference<lang::XMultiServiceFactory> factory(document, uno::UNO_QUERY_THROW);
  for (const Mark& mark : marks) {
    // The worst one's colour, as the worst comes first.
    const uno::Reference<beans::XPropertySet> properties(mark.cell, uno::UNO_QUERY_THROW);
    if (property<sal_Int32>(properties, "BackColor", no_fill) == no_fill)
      properties->setPropertyValue("BackColor", uno::Any(fill_of(mark.severity)));
    const uno::Reference<text::XTextContent> comment(
        factory->createInstance("com.sun.star.text.textfield.Annotation"), uno::UNO_QUERY_THROW);
    const uno::Reference<beans::XPropertySet> fields(comment, uno::UNO_QUERY_THROW);
    fields->setPropertyValue("Author", uno::Any(rtl::OUString(comment_author)));
    fields->setPropertyValue("Content", uno::Any(to_uno(mark.words)));
    fields->setPropertyValue("DateTimeValue", uno::Any(now()));
    mark.cell->insertTextContent(mark.cell->getEnd(), comment, false);
  }
}

bool has_marks(const uno::Reference<text::XTextDocument>& document) {
  return !our_comments(document).empty();
}

void clear_marks(const uno::Reference<text::XTextDocument>& document, Language language) {
  const Sorted comments = sort_comments(document);
  if (comments.leaving.empty())
    return;
  const UndoStep step(document, fill(phrases::undo_title), language);
  const Unrecorded unrecorded(document);
  remove_marks(comments);
}

void clear_outdated_marks(const uno::Reference<text::XTextDocument>& document,
                          const std::vector<Finding>& findings, const std::vector<bool>& ignored) {
  std::set<std::string> kept;
  for (std::size_t i = 0; i < findings.size(); ++i)
    if (i >= ignored.size() || !ignored[i]) {
      kept.insert(findings[i].message.en);
      kept.insert(findings[i].message.zh);
    }
  const Sorted comments = sort_comments(document, kept);
  if (comments.leaving.empty())
    return;
  const Unrecorded unrecorded(document);
  remove_marks(comments);
}

bool go_to(const uno::Reference<text::XTextDocument>& document, const Session& session,
           std::size_t finding) {
  const uno::Reference<frame::XModel> model(document, uno::UNO_QUERY);
  const uno::Reference<text::XTextViewCursorSupplier> view(model->getCurrentController(),
                                                           uno::UNO_QUERY);
  const Finding& found = session.outcome.findings.at(finding);
  uno::Reference<text::XText> cell;
  if (session.stale) // rows may have come and gone: a comment moves with its cell, a name does not
    cell = commented_cell(document, found.message);
  if (!cell.is())
    cell = cell_at(session, shown_place(session.outcome, found));
  if (!view.is() || !cell.is())
    return false;
  view->getViewCursor()->gotoRange(cell->getStart(), false);
  return true;
}

} // namespace gouji::addin
