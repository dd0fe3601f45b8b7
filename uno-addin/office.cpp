// SPDX-License-Identifier: GPL-3.0-or-later
// Services of the office.
#include "office.h"

#include "matching/layout_loader.h"
#include "messages.h"
#include "uno_text.h"

#include <com/sun/star/awt/AsyncCallback.hpp>
#include <com/sun/star/awt/MessageBoxButtons.hpp>
#include <com/sun/star/awt/MessageBoxType.hpp>
#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XCallback.hpp>
#include <com/sun/star/awt/XMessageBoxFactory.hpp>
#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/deployment/PackageInformationProvider.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/task/XStatusIndicatorFactory.hpp>
#include <cppuhelper/implbase1.hxx>
#include <osl/file.hxx>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

using namespace css;

namespace gouji::addin {
namespace {

class Callback : public cppu::WeakImplHelper1<awt::XCallback> {
public:
  explicit Callback(std::function<void()> work) : work_(std::move(work)) {}
  void SAL_CALL notify(const uno::Any&) override {
    try {
      work_();
    } catch (...) {
      // Nothing may leave a callback: it would end the office.
    }
  }

private:
  std::function<void()> work_;
};

std::string extension_folder(const uno::Reference<uno::XComponentContext>& context) {
  return path_of(extension_url(context));
}

void add_layouts(const std::filesystem::path& folder, std::set<std::string>& names,
                 Layouts& layouts) {
  std::error_code error;
  std::vector<std::filesystem::path> files;
  for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error))
    if (at->path().extension() == ".xml")
      files.push_back(at->path());
  std::sort(files.begin(), files.end());
  for (const auto& path : files) {
    if (!names.insert(path.filename().string()).second)
      continue; // found in an earlier folder
    std::ifstream file(path, std::ios::binary);
    const std::string xml{std::istreambuf_iterator<char>(file), {}};
    if (auto layout = load_layout(as_bytes(xml), path.string()))
      layouts.push_back(std::make_shared<const Layout>(std::move(*layout)));
  }
}

} // namespace

std::string path_of(const std::string& url) {
  rtl::OUString path;
  if (osl::FileBase::getSystemPathFromFileURL(to_uno(url), path) != osl::FileBase::E_None)
    return url;
  return to_utf8(path);
}

std::string extension_url(const uno::Reference<uno::XComponentContext>& context) {
  return to_utf8(deployment::PackageInformationProvider::get(context)->getPackageLocation(
      rtl::OUString::createFromAscii(extension_identifier)));
}

Language office_language(const uno::Reference<uno::XComponentContext>& context) {
  try {
    beans::PropertyValue path;
    path.Name = "nodepath";
    path.Value <<= rtl::OUString("/org.openoffice.Setup/L10N");
    uno::Sequence<uno::Any> arguments(1);
    arguments[0] <<= path;
    const uno::Reference<container::XNameAccess> access(
        configuration::theDefaultProvider::get(context)->createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationAccess", arguments),
        uno::UNO_QUERY);
    rtl::OUString locale;
    if (access.is() && (access->getByName("ooLocale") >>= locale) && locale.startsWith("zh"))
      return Language::chinese;
  } catch (const uno::Exception&) {
    // An office without that setting speaks English.
  }
  return Language::english;
}

const Layouts& office_layouts(const uno::Reference<uno::XComponentContext>& context) {
  static const Layouts layouts = [&] {
    Layouts found;
    std::set<std::string> names;
    if (const char* listed = std::getenv("GOUJI_LAYOUTS")) {
      std::string_view rest = listed;
      while (!rest.empty()) {
        const std::string_view folder = rest.substr(0, rest.find(':'));
        if (!folder.empty())
          add_layouts(folder, names, found);
        rest.remove_prefix(std::min(rest.size(), folder.size() + 1));
      }
    }
    const std::string own = extension_folder(context);
    if (!own.empty())
      add_layouts(std::filesystem::path(own) / "layouts", names, found);
    return found;
  }();
  return layouts;
}

std::function<void(std::function<void()>)>
main_thread(const uno::Reference<uno::XComponentContext>& context) {
  return [callback = awt::AsyncCallback::create(context)](std::function<void()> work) {
    callback->addCallback(new Callback(std::move(work)), uno::Any());
  };
}

void post_to_main_thread(const uno::Reference<uno::XComponentContext>& context,
                         std::function<void()> work) {
  main_thread(context)(std::move(work));
}

void on_main_thread(const uno::Reference<uno::XComponentContext>& context,
                    std::function<void()> work) {
  if (gettid() == getpid()) // on Linux the office's windows live on the process's first thread
    work();
  else
    post_to_main_thread(context, std::move(work));
}

Progress::Progress(const uno::Reference<frame::XFrame>& frame, const std::string& words) {
  const uno::Reference<task::XStatusIndicatorFactory> factory(frame, uno::UNO_QUERY);
  if (factory.is())
    indicator_ = factory->createStatusIndicator();
  if (indicator_.is())
    indicator_->start(to_uno(words), 0);
}

Progress::~Progress() {
  try {
    if (indicator_.is())
      indicator_->end();
  } catch (const uno::Exception&) {
    // The window is gone.
  }
}

Words words_of_exception() {
  try {
    throw;
  } catch (const uno::Exception& error) {
    return fill(phrases::failed, to_utf8(error.Message));
  } catch (const std::exception& error) {
    return fill(phrases::failed, error.what());
  } catch (...) {
    return fill(phrases::failed, "?");
  }
}

uno::Reference<text::XTextDocument> writer_document(const uno::Reference<frame::XFrame>& frame) {
  if (!frame.is() || !frame->getController().is())
    return nullptr;
  return uno::Reference<text::XTextDocument>(frame->getController()->getModel(), uno::UNO_QUERY);
}

std::string file_name(const uno::Reference<text::XTextDocument>& document) {
  const auto url = to_utf8(uno::Reference<frame::XModel>(document, uno::UNO_QUERY)->getURL());
  const std::string path = path_of(url);
  return path.substr(path.find_last_of('/') + 1);
}

void tell(const uno::Reference<uno::XComponentContext>& context,
          const uno::Reference<frame::XFrame>& frame, const Words& message) {
  const uno::Reference<awt::XWindowPeer> parent(frame.is() ? frame->getContainerWindow() : nullptr,
                                                uno::UNO_QUERY);
  if (!parent.is())
    return;
  const uno::Reference<awt::XMessageBoxFactory> boxes(awt::Toolkit::create(context),
                                                      uno::UNO_QUERY);
  const auto box = boxes->createMessageBox(parent, awt::MessageBoxType_INFOBOX,
                                           awt::MessageBoxButtons::BUTTONS_OK, "gouji",
                                           to_uno(message.in(office_language(context))));
  if (!box.is())
    return;
  box->execute();
  if (const uno::Reference<lang::XComponent> window(box, uno::UNO_QUERY); window.is())
    window->dispose(); // it belongs to its parent, not to us
}

} // namespace gouji::addin
