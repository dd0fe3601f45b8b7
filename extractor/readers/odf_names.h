// SPDX-License-Identifier: GPL-3.0-or-later
// The names of OpenDocument that the ODF reader tells apart (ODF 1.3-3).
#pragma once

#include "readers/xml.h"

namespace gouji::odf {

#define GOUJI_ODF_NAMES(X)                                                                         \
  X(office_text, "office:text")                                                                    \
  X(office_styles, "office:styles")                                                                \
  X(automatic_styles, "office:automatic-styles")                                                   \
  X(master_styles, "office:master-styles")                                                         \
  X(annotation, "office:annotation")                                                               \
  X(forms, "office:forms")                                                                         \
  X(binary_data, "office:binary-data")                                                             \
  X(p, "text:p")                                                                                   \
  X(h, "text:h")                                                                                   \
  X(outline_level, "text:outline-level")                                                           \
  X(is_list_header, "text:is-list-header")                                                         \
  X(s, "text:s")                                                                                   \
  X(c, "text:c")                                                                                   \
  X(tab, "text:tab")                                                                               \
  X(line_break, "text:line-break")                                                                 \
  X(span, "text:span")                                                                             \
  X(note, "text:note")                                                                             \
  X(ruby_text, "text:ruby-text")                                                                   \
  X(tracked_changes, "text:tracked-changes")                                                       \
  X(change, "text:change")                                                                         \
  X(section, "text:section")                                                                       \
  X(display, "text:display")                                                                       \
  X(hidden_text, "text:hidden-text")                                                               \
  X(hidden_paragraph, "text:hidden-paragraph")                                                     \
  X(is_hidden, "text:is-hidden")                                                                   \
  X(list, "text:list")                                                                             \
  X(list_item, "text:list-item")                                                                   \
  X(list_header, "text:list-header")                                                               \
  X(start_value, "text:start-value")                                                               \
  X(continue_numbering, "text:continue-numbering")                                                 \
  X(continue_list, "text:continue-list")                                                           \
  X(xml_id, "xml:id")                                                                              \
  X(text_style_name, "text:style-name")                                                            \
  X(level, "text:level")                                                                           \
  X(list_style, "text:list-style")                                                                 \
  X(outline_style, "text:outline-style")                                                           \
  X(level_number, "text:list-level-style-number")                                                  \
  X(level_bullet, "text:list-level-style-bullet")                                                  \
  X(level_image, "text:list-level-style-image")                                                    \
  X(level_outline, "text:outline-level-style")                                                     \
  X(display_levels, "text:display-levels")                                                         \
  X(num_format, "style:num-format")                                                                \
  X(num_prefix, "style:num-prefix")                                                                \
  X(num_suffix, "style:num-suffix")                                                                \
  X(num_list_format, "loext:num-list-format")                                                      \
  X(style_style, "style:style")                                                                    \
  X(default_style, "style:default-style")                                                          \
  X(style_name, "style:name")                                                                      \
  X(family, "style:family")                                                                        \
  X(parent, "style:parent-style-name")                                                             \
  X(list_style_name, "style:list-style-name")                                                      \
  X(paragraph_properties, "style:paragraph-properties")                                            \
  X(text_properties, "style:text-properties")                                                      \
  X(section_properties, "style:section-properties")                                                \
  X(column_properties, "style:table-column-properties")                                            \
  X(column_width, "style:column-width")                                                            \
  X(text_align, "fo:text-align")                                                                   \
  X(font_size, "fo:font-size")                                                                     \
  X(font_size_asian, "style:font-size-asian")                                                      \
  X(table, "table:table")                                                                          \
  X(is_sub_table, "table:is-sub-table")                                                            \
  X(column, "table:table-column")                                                                  \
  X(row, "table:table-row")                                                                        \
  X(cell, "table:table-cell")                                                                      \
  X(covered_cell, "table:covered-table-cell")                                                      \
  X(table_style_name, "table:style-name")                                                          \
  X(columns_spanned, "table:number-columns-spanned")                                               \
  X(rows_spanned, "table:number-rows-spanned")                                                     \
  X(columns_repeated, "table:number-columns-repeated")                                             \
  X(rows_repeated, "table:number-rows-repeated")                                                   \
  X(visibility, "table:visibility")                                                                \
  X(frame, "draw:frame")                                                                           \
  X(group, "draw:g")                                                                               \
  X(custom_shape, "draw:custom-shape")                                                             \
  X(rect, "draw:rect")                                                                             \
  X(line, "draw:line")                                                                             \
  X(circle, "draw:circle")                                                                         \
  X(ellipse, "draw:ellipse")                                                                       \
  X(polygon, "draw:polygon")                                                                       \
  X(polyline, "draw:polyline")                                                                     \
  X(path, "draw:path")                                                                             \
  X(connector, "draw:connector")                                                                   \
  X(caption, "draw:caption")                                                                       \
  X(control, "draw:control")                                                                       \
  X(object, "draw:object")                                                                         \
  X(object_ole, "draw:object-ole")                                                                 \
  X(image, "draw:image")                                                                           \
  X(encryption_data, "manifest:encryption-data")

enum Name : int {
  unknown = 0,
#define GOUJI_ENTRY(id, name) id,
  GOUJI_ODF_NAMES(GOUJI_ENTRY)
#undef GOUJI_ENTRY
};

inline constexpr XmlName names[] = {
#define GOUJI_ENTRY(id, name) {id, name},
    GOUJI_ODF_NAMES(GOUJI_ENTRY)
#undef GOUJI_ENTRY
};
#undef GOUJI_ODF_NAMES

inline constexpr XmlNamespace namespaces[] = {
    {"urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"},
    {"urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"},
    {"urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"},
    {"urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style"},
    {"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw"},
    {"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "fo"},
    {"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest"},
    {"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0", "loext"},
    {"http://www.w3.org/XML/1998/namespace", "xml"},
};

inline constexpr XmlVocabulary vocabulary{namespaces, names, 0};

} // namespace gouji::odf
