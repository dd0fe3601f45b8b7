// SPDX-License-Identifier: GPL-3.0-or-later
// Walks through XML from the first element to the last, as every reader of an XML format does:
// bounded, without DTD, entities or network. The only place with libxml2's parser for packages.
#pragma once

#include "base/result.h"
#include "document/document.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace gouji {

/// Gives the next bytes of the input: fills the span from its start and answers how many bytes it
/// wrote, 0 at the end.
using ByteSource = std::function<Result<std::size_t>(std::span<char>)>;

/// The bytes of `bytes`, which must outlive the source.
ByteSource memory_source(Bytes bytes);

/// A namespace and the prefix its names have in a vocabulary, whatever the document calls it.
/// Several namespaces may share a prefix (OOXML transitional and strict).
struct XmlNamespace {
  std::string_view uri;
  std::string_view prefix;
};

/// A name that a reader tells apart from others: `id` is the reader's own number above 0, `name` is
/// "prefix:local" for elements and attributes with a namespace, "local" for those without.
struct XmlName {
  int id;
  std::string_view name;
};

/// What a reader knows. Elements that are not in `names` are walked with id 0, attributes that are
/// not are left out. `prefixes` is the id of the attribute (0: none) whose value lists namespace
/// prefixes and is given as the namespaces they stand for (mc:Choice's Requires).
struct XmlVocabulary {
  std::span<const XmlNamespace> namespaces;
  std::span<const XmlName> names;
  int prefixes = 0;
};

enum class XmlKind : std::uint8_t { start, end, text };

/// A pull parser. Elements deeper than limits::xml_depth, more attributes than
/// limits::xml_attributes, a document type declaration and anything that is not well-formed end the
/// walk with an error. Views are valid until the next call of next(). Cost: linear in the input;
/// memory is one chunk of it.
class XmlReader {
public:
  XmlReader(const XmlVocabulary& vocabulary, ByteSource source);
  ~XmlReader();
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;

  /// Goes to the next start, end or text. False at the end of the input or at an error.
  bool next();
  /// The same inside one element: `depth` is depth() as it was at the element's start; false once
  /// its end is reached. The way to walk: `for (int d = xml.depth(); xml.next_in(d);)`.
  bool next_in(int depth);
  /// Goes to the end of the element whose start was just met.
  void skip();

  XmlKind kind() const;
  bool at_start() const { return kind() == XmlKind::start; }
  /// Id of the element that starts or ends here, 0 when the vocabulary does not have it.
  int name() const;
  /// Open elements, the one that starts here included, the one that ends here not.
  int depth() const;
  /// A piece of text; long text comes in several.
  std::string_view text() const;
  /// The value of an attribute of the element that starts here.
  std::optional<std::string_view> attribute(int id) const;

  /// Why the walk ended early; the message does not name the part.
  const std::optional<Error>& error() const;

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace gouji
