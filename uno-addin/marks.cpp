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
constexpr sal_Int32 error_fill = 0xFFD7D7, warning_fill = 0xFFF5CE, info_fill = 0xDEE6EF;

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

/// Takes those comments away whose words are not among `kept`, and our fill from the cells that are
/// left without one: painted only where there was none, so none is what was there before.
void remove_marks(const uno::Reference<text::XTextDocument>& document,
                  const std::set<std::string>& kept = {}) {
  std::vector<uno::Reference<text::XTextContent>> leaving;
  std::vector<uno::Reference<beans::XPropertySet>> staying; // cells
  for (const auto& comment : our_comments(document)) {
    const uno::Reference<beans::XPropertySet> fields(comment, uno::UNO_QUERY);
    if (kept.contains(to_utf8(property<rtl::OUString>(fields, "Content"))))
      staying.push_back(cell_of(comment));
    else
      leaving.push_back(comment);
  }
  for (const auto& comment : leaving) {
    const auto cell = cell_of(comment);
    const auto fill = property<sal_Int32>(cell, "BackColor", no_fill);
    if ((fill == error_fill || fill == warning_fill || fill == info_fill) &&
        std::find(staying.begin(), staying.end(), cell) == staying.end())
      cell->setPropertyValue("BackColor", uno::Any(no_fill));
    comment->getAnchor()->getText()->removeTextContent(comment);
  }
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
  return uno::Reference<text::XText>(
      session.tables[static_cast<std::size_t>(place.table)]->getCellByName(
          to_uno(place.origin.anchor)),
      uno::UNO_QUERY);
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

int write_marks(const uno::Reference<text::XTextDocument>& document, const Session& session,
                Language language) {
  const UndoStep step(document, fill(phrases::undo_title), language);
  const Unrecorded unrecorded(document);
  remove_marks(document);
  const uno::Reference<lang::XMultiServiceFactory> factory(document, uno::UNO_QUERY);
  std::set<std::pair<int, std::string>> filled;
  int written = 0;
  for (const std::size_t index : session.order) {
    if (session.ignored[index])
      continue;
    const Finding& finding = session.outcome.findings[index];
    const Place place = shown_place(session.outcome, finding);
    const uno::Reference<text::XText> cell = cell_at(session, place);
    const uno::Reference<beans::XPropertySet> properties(cell, uno::UNO_QUERY);
    if (!cell.is() || is_protected(cell))
      continue;
    if (filled.emplace(place.table, place.origin.anchor).second &&
        property<sal_Int32>(properties, "BackColor", no_fill) == no_fill)
      properties->setPropertyValue("BackColor", uno::Any(fill_of(finding.severity)));
    if (written == most_comments)
      continue;
    const uno::Reference<text::XTextContent> comment(
        factory->createInstance("com.sun.star.text.textfield.Annotation"), uno::UNO_QUERY);
    const uno::Reference<beans::XPropertySet> fields(comment, uno::UNO_QUERY);
    fields->setPropertyValue("Author", uno::Any(rtl::OUString(comment_author)));
    fields->setPropertyValue("Content", uno::Any(to_uno(finding.message.in(language))));
    fields->setPropertyValue("DateTimeValue", uno::Any(now()));
    cell->insertTextContent(cell->getEnd(), comment, false);
    ++written;
  }
  return written;
}

bool has_marks(const uno::Reference<text::XTextDocument>& document) {
  return !our_comments(document).empty();
}

void clear_marks(const uno::Reference<text::XTextDocument>& document, Language language) {
  if (!has_marks(document))
    return;
  const UndoStep step(document, fill(phrases::undo_title), language);
  const Unrecorded unrecorded(document);
  remove_marks(document);
}

void clear_outdated_marks(const uno::Reference<text::XTextDocument>& document,
                          const std::vector<Finding>& findings, const std::vector<bool>& ignored) {
  std::set<std::string> kept;
  for (std::size_t i = 0; i < findings.size(); ++i)
    if (i >= ignored.size() || !ignored[i]) {
      kept.insert(findings[i].message.en);
      kept.insert(findings[i].message.zh);
    }
  const Unrecorded unrecorded(document);
  remove_marks(document, kept);
}

bool go_to(const uno::Reference<text::XTextDocument>& document, const Session& session,
           std::size_t finding) {
  const uno::Reference<frame::XModel> model(document, uno::UNO_QUERY);
  const uno::Reference<text::XTextViewCursorSupplier> view(model->getCurrentController(),
                                                           uno::UNO_QUERY);
  const uno::Reference<text::XText> cell =
      cell_at(session, shown_place(session.outcome, session.outcome.findings.at(finding)));
  if (!view.is() || !cell.is())
    return false;
  view->getViewCursor()->gotoRange(cell->getStart(), false);
  return true;
}

} // namespace gouji::addin
