// SPDX-License-Identifier: GPL-3.0-or-later
// The office's file dialogs and the system's browser.
#include "dialogs.h"

#include "messages.h"
#include "uno_text.h"
#include "writers/writer.h"

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/system/SystemShellExecute.hpp>
#include <com/sun/star/system/SystemShellExecuteFlags.hpp>
#include <com/sun/star/ui/dialogs/ExecutableDialogResults.hpp>
#include <com/sun/star/ui/dialogs/FilePicker.hpp>
#include <com/sun/star/ui/dialogs/TemplateDescription.hpp>

using namespace css;

namespace gouji::addin {
namespace {

using Picker = uno::Reference<ui::dialogs::XFilePicker3>;

Picker make_picker(const Desk& desk, sal_Int16 kind, const Phrase& title) {
  Picker picker = ui::dialogs::FilePicker::createWithMode(desk.context, kind);
  picker->setTitle(to_uno(fill(title).in(office_language(desk.context))));
  const rtl::OUString url =
      uno::Reference<frame::XModel>(writer_document(desk.frame), uno::UNO_QUERY_THROW)->getURL();
  if (const sal_Int32 folder = url.lastIndexOf('/'); folder > 0)
    picker->setDisplayDirectory(url.copy(0, folder));
  return picker;
}

/// Which files an output is chosen by; also how the chooser calls it.
std::string pattern_of(const Writer& writer) {
  return "*." + std::string(writer.extension);
}

std::optional<std::string> chosen_file(const Picker& picker) {
  if (picker->execute() != ui::dialogs::ExecutableDialogResults::OK)
    return std::nullopt;
  const uno::Sequence<rtl::OUString> files = picker->getSelectedFiles();
  return files.getLength() > 0 ? std::optional(to_utf8(files[0])) : std::nullopt;
}

} // namespace

std::optional<std::string> ask_prior_report(const Desk& desk) {
  const Picker picker =
      make_picker(desk, ui::dialogs::TemplateDescription::FILEOPEN_SIMPLE, phrases::choose_prior);
  const Language language = office_language(desk.context);
  // The help pages name the same kinds.
  picker->appendFilter(to_uno(fill(phrases::report_files).in(language)),
                       "*.docx;*.odt;*.doc;*.wps;*.rtf;*.pdf;*.html;*.htm;*.mht;*.mhtml;*.txt");
  picker->appendFilter(to_uno(fill(phrases::all_files).in(language)), "*.*");
  return chosen_file(picker);
}

std::optional<ExportTarget> ask_export_target(const Desk& desk) {
  const Picker picker = make_picker(desk, ui::dialogs::TemplateDescription::FILESAVE_AUTOEXTENSION,
                                    phrases::choose_export);
  for (const Writer& writer : report_writers()) {
    const rtl::OUString pattern = to_uno(pattern_of(writer));
    picker->appendFilter(pattern, pattern);
  }
  const std::string name = file_name(writer_document(desk.frame));
  picker->setDefaultName(to_uno(name.substr(0, name.find_last_of('.'))));
  const auto url = chosen_file(picker);
  if (!url)
    return std::nullopt;
  const std::string filter = to_utf8(picker->getCurrentFilter());
  for (const Writer& writer : report_writers())
    if (filter == pattern_of(writer))
      return ExportTarget{*url, std::string(writer.name)};
  return ExportTarget{*url, {}};
}

std::string help_url(const Desk& desk) {
  const bool chinese = office_language(desk.context) == Language::chinese;
  return extension_url(desk.context) + "/help/" + (chinese ? "zh-CN" : "en-US") + ".html";
}

void open_help(const Desk& desk) {
  system::SystemShellExecute::create(desk.context)
      ->execute(to_uno(help_url(desk)), {}, system::SystemShellExecuteFlags::URIS_ONLY);
}

} // namespace gouji::addin
