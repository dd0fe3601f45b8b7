// SPDX-License-Identifier: GPL-3.0-or-later
// UNO strings and properties in the terms of the core.
#pragma once

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/beans/XPropertySetInfo.hpp>
#include <com/sun/star/uno/Reference.hxx>
#include <rtl/ustring.hxx>

#include <string>
#include <string_view>

namespace gouji::addin {

inline std::string to_utf8(const rtl::OUString& text) {
  const rtl::OString bytes = rtl::OUStringToOString(text, RTL_TEXTENCODING_UTF8);
  return {bytes.getStr(), static_cast<std::size_t>(bytes.getLength())};
}

inline rtl::OUString to_uno(std::string_view text) {
  return rtl::OUString(text.data(), static_cast<sal_Int32>(text.size()), RTL_TEXTENCODING_UTF8);
}

/// The property's value, or `otherwise` when the object has no such property or it is of another
/// type. Never throws.
template <class T>
T property(const css::uno::Reference<css::beans::XPropertySet>& object, const char* name,
           T otherwise = {}) {
  try {
    const rtl::OUString key = rtl::OUString::createFromAscii(name);
    if (!object.is() || !object->getPropertySetInfo()->hasPropertyByName(key))
      return otherwise;
    object->getPropertyValue(key) >>= otherwise;
  } catch (const css::uno::Exception&) {
    // A property of a disposed object: as if it were not there.
  }
  return otherwise;
}

} // namespace gouji::addin
