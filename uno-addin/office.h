// SPDX-License-Identifier: GPL-3.0-or-later
// What the add-in asks of the office around it: its language, where the extension lies, its main
// thread.
#pragma once

#include "base/words.h"
#include "matching/layout.h"

#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/task/XStatusIndicator.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>

#include <functional>
#include <string>

namespace gouji::addin {

inline constexpr char extension_identifier[] = "org.gouji.validate";

/// Chinese when the office's own language is Chinese, English else.
Language office_language(const css::uno::Reference<css::uno::XComponentContext>& context);

/// The forms, from GOUJI_LAYOUTS and the extension's layouts folder; read once. Empty when there
/// are none.
const Layouts& office_layouts(const css::uno::Reference<css::uno::XComponentContext>& context);

/// Where the extension's files lie, as a URL without a slash at its end; empty when it is not
/// installed.
std::string extension_url(const css::uno::Reference<css::uno::XComponentContext>& context);

/// The path of a file: URL; any other text as it is. UTF-8.
std::string path_of(const std::string& url);

/// A way into the office's main thread that any thread may use: what it is given runs there, later.
/// To be made on the main thread: making it takes the office's lock, using it does not.
std::function<void(std::function<void()>)>
main_thread(const css::uno::Reference<css::uno::XComponentContext>& context);

/// Runs `work` on the office's main thread, later.
void post_to_main_thread(const css::uno::Reference<css::uno::XComponentContext>& context,
                         std::function<void()> work);

/// Runs `work` on the office's main thread: now where this is it, else later. What menus and
/// toolbars call comes there; a program's calls come on threads of their own.
void on_main_thread(const css::uno::Reference<css::uno::XComponentContext>& context,
                    std::function<void()> work);

/// The words in a window's status bar that say what is being waited for, while it lives.
class Progress {
public:
  Progress(const css::uno::Reference<css::frame::XFrame>& frame, const std::string& words);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

private:
  css::uno::Reference<css::task::XStatusIndicator> indicator_;
};

/// The exception that is being handled (of a document that went away, above all) as the reason why
/// a check failed. Only inside a catch block.
Words words_of_exception();

/// The Writer document in this frame, or null.
css::uno::Reference<css::text::XTextDocument>
writer_document(const css::uno::Reference<css::frame::XFrame>& frame);

/// The document's file name without its folder; empty when it was never saved.
std::string file_name(const css::uno::Reference<css::text::XTextDocument>& document);

/// One line to the person: a message box over the frame's window; nothing in an office without
/// windows.
void tell(const css::uno::Reference<css::uno::XComponentContext>& context,
          const css::uno::Reference<css::frame::XFrame>& frame, const Words& message);

} // namespace gouji::addin
