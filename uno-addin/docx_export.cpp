// SPDX-License-Identifier: GPL-3.0-or-later
// Writer's own DOCX filter into a stream of bytes.
#include "docx_export.h"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/io/SequenceOutputStream.hpp>

using namespace css;

namespace gouji::addin {

std::string export_docx(const uno::Reference<uno::XComponentContext>& context,
                        const uno::Reference<text::XTextDocument>& document) {
  try {
    const uno::Reference<io::XSequenceOutputStream> stream(
        io::SequenceOutputStream::create(context));
    uno::Sequence<beans::PropertyValue> arguments(2);
    arguments[0].Name = "FilterName";
    arguments[0].Value <<= rtl::OUString("MS Word 2007 XML");
    arguments[1].Name = "OutputStream";
    arguments[1].Value <<= uno::Reference<io::XOutputStream>(stream, uno::UNO_QUERY);
    uno::Reference<frame::XStorable>(document, uno::UNO_QUERY_THROW)
        ->storeToURL("private:stream", arguments);
    const uno::Sequence<sal_Int8> bytes = stream->getWrittenBytes();
    return {reinterpret_cast<const char*>(bytes.getConstArray()),
            static_cast<std::size_t>(bytes.getLength())};
  } catch (const uno::Exception&) {
    return {};
  }
}

} // namespace gouji::addin
