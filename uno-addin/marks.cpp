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
#include <map>
#include <string>
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

/// Those of ours that may be taken away: what is protected by now stays.
std::vector<uno::Reference<text::XTextContent>>
removable_comments(const uno::Reference<text::XTextDocument>& document) {
  auto comments = our_comments(document);
  std::erase_if(comments, [](const auto& comment) {
    const uno::Reference<text::XText> cell(cell_of(comment), uno::UNO_QUERY);
    return cell.is() && is_protected(cell);
  });
  return comments;
}

/// Our colour, where there is none.
void paint(const uno::Reference<beans::XPropertySet>& cell, Severity severity) {
  if (property<sal_Int32>(cell, "BackColor", no_fill) == no_fill)
    cell->setPropertyValue("BackColor", uno::Any(fill_of(severity)));
}

/// Takes the comments away, and our fill from their cells: painted only where there was none, so
/// none is what was there before.
void remove_marks(const std::vector<uno::Reference<text::XTextContent>>& comments) {
  for (const auto& comment : comments) {
    const auto cell = cell_of(comment);
    const auto fill = property<sal_Int32>(cell, "BackColor", no_fill);
    if (fill == error_fill || fill == warning_fill || fill == info_fill)
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

/// Are these comments the marks, each saying the same in the same cell?
bool are_marks(const std::vector<uno::Reference<text::XTextContent>>& comments,
               std::vector<Mark> marks) {
  if (comments.size() != marks.size())
    return false;
  for (const auto& comment : comments) {
    const auto same =
        std::find_if(marks.begin(), marks.end(),
                     [cell = cell_of(comment), words = words_of(comment)](const Mark& mark) {
                       return mark.words == words && mark.cell == cell;
                     });
    if (same == marks.end())
      return false;
    marks.erase(same);
  }
  return true;
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
  const auto old = removable_comments(document);
  const std::vector<Mark> marks = marks_of(session, language);
  if (are_marks(old, marks))
    return;
  const UndoStep step(document, fill(phrases::undo_title), language);
  const Unrecorded unrecorded(document);
  remove_marks(old);
  const uno::Reference<lang::XMultiServiceFactory> factory(document, uno::UNO_QUERY_THROW);
  for (const Mark& mark : marks) {
    // The worst one's colour, as the worst comes first.
    paint(uno::Reference<beans::XPropertySet>(mark.cell, uno::UNO_QUERY_THROW), mark.severity);
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
  const auto comments = removable_comments(document);
  if (comments.empty())
    return;
  const UndoStep step(document, fill(phrases::undo_title), language);
  const Unrecorded unrecorded(document);
  remove_marks(comments);
}

void clear_outdated_marks(const uno::Reference<text::XTextDocument>& document,
                          const std::vector<Finding>& findings, const std::vector<bool>& ignored) {
  std::map<std::string, Severity> kept;
  for (std::size_t i = 0; i < findings.size(); ++i)
    if (i >= ignored.size() || !ignored[i]) {
      kept.emplace(findings[i].message.en, findings[i].severity);
      kept.emplace(findings[i].message.zh, findings[i].severity);
    }
  std::vector<uno::Reference<text::XTextContent>> leaving;
  std::multimap<Severity, uno::Reference<beans::XPropertySet>> staying; // worst first
  for (const auto& comment : removable_comments(document))
    if (const auto found = kept.find(words_of(comment)); found != kept.end())
      staying.emplace(found->second, cell_of(comment));
    else
      leaving.push_back(comment);
  if (leaving.empty())
    return;
  const Unrecorded unrecorded(document);
  remove_marks(leaving);
  for (const auto& [severity, cell] : staying)
    paint(cell, severity);
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
