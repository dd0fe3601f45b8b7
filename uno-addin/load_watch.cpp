// SPDX-License-Identifier: GPL-3.0-or-later
// The job that registry/Jobs.xcu has the office run when Draw has loaded a document: only then is
// it known which file is on the screen.
#include "components.h"
#include "pdf_file.h"

#include <com/sun/star/task/XJob.hpp>
#include <cppuhelper/implbase1.hxx>

using namespace css;

namespace gouji::addin {
namespace {

/// The document a job is about (com.sun.star.task.Job: Environment, Model); null for none.
uno::Reference<frame::XModel> loaded_document(const uno::Sequence<beans::NamedValue>& arguments) {
  uno::Reference<frame::XModel> document;
  for (const beans::NamedValue& argument : arguments) {
    uno::Sequence<beans::NamedValue> environment;
    if (argument.Name == "Environment" && (argument.Value >>= environment))
      for (const beans::NamedValue& value : environment)
        if (value.Name == "Model")
          value.Value >>= document;
  }
  return document;
}

class LoadWatch : public cppu::WeakImplHelper1<task::XJob> {
public:
  uno::Any SAL_CALL execute(const uno::Sequence<beans::NamedValue>& arguments) override {
    try {
      if (const auto document = loaded_document(arguments); document.is())
        remember_file(document);
    } catch (...) {
      // A document that went away at once.
    }
    return {};
  }
};

} // namespace

uno::XInterface* make_load_watch(const uno::Reference<uno::XComponentContext>&) {
  return cppu::acquire(static_cast<cppu::OWeakObject*>(new LoadWatch));
}

} // namespace gouji::addin
