// SPDX-License-Identifier: GPL-3.0-or-later
// Small rules of WordprocessingML that the body's walk asks: fields, alternatives, symbols, spaces.
#pragma once

#include "readers/xml.h"

#include <string>
#include <string_view>
#include <vector>

namespace gouji::docx {

/// The open fields of a story (§17.16.18): text between "begin" and "separate" is an instruction.
class Fields {
public:
  void mark(std::string_view kind);
  /// Is text here a result, or outside every field?
  bool show_text() const { return instructions_ == 0; }
  /// An instruction does not outlive its paragraph: a field that a damaged file never ends must not
  /// swallow the rest of the document.
  void end_paragraph();

private:
  std::vector<bool> in_result_; ///< per open field, outermost first
  int instructions_ = 0;        ///< open fields still in their instruction
};

/// One open mc:AlternateContent.
struct Alternative {
  int depth = 0;
  bool chosen = false;
};

/// Is the mc: element that starts here to be walked through? The first mc:Choice whose namespaces
/// are all understood is, else the mc:Fallback; never both (ECMA-376-3 §7.6).
bool enters_alternative(const XmlReader& xml, std::vector<Alternative>& open);

/// Appends the character of a w:sym. Fonts of pictures keep their private-use code.
void append_symbol(const XmlReader& xml, std::string& text);

/// White space of a w:t: line ends are spaces, and without xml:space="preserve" those around the
/// text are not content. Works on `text` from `from` on.
void tidy_spaces(std::string& text, std::size_t from, bool preserve);

} // namespace gouji::docx
