// SPDX-License-Identifier: GPL-3.0-or-later
// Every bound on input, in one place. A published report is far below each of them; what is above
// is refused with Code::limit, never cut in silence.
#pragma once

#include <cstddef>
#include <cstdint>

namespace gouji::limits {

inline constexpr std::size_t file_bytes = 256u << 20;     ///< one input file
inline constexpr std::size_t inflated_bytes = 256u << 20; ///< all that is inflated from one package
inline constexpr std::size_t entry_bytes = 128u << 20;    ///< one entry of a package, inflated
inline constexpr std::size_t inflate_ratio = 500; ///< inflated : packed, for entries above 1 MiB
inline constexpr int package_entries = 100'000;   ///< entries of one package
inline constexpr int xml_depth = 256;             ///< nested elements
inline constexpr int xml_attributes = 1'000;      ///< attributes of one element
inline constexpr std::size_t xml_tag_bytes = 8u << 20; ///< one tag, or one comment
inline constexpr int table_depth = 64;                 ///< tables inside tables
inline constexpr int pages = 50'000;                   ///< pages of one document
inline constexpr std::size_t page_glyphs = 200'000;    ///< characters on one page
inline constexpr std::size_t page_rulings = 100'000;   ///< lines and thin fills on one page
inline constexpr int page_forms = 100'000; ///< times a page draws a reusable drawing (a PDF form)
inline constexpr int page_operators = 10'000'000; ///< drawing instructions of one page
inline constexpr int page_states = 10'000;        ///< graphics states or marks open at a time
inline constexpr std::size_t document_glyphs = 8'000'000; ///< characters of one paged document
inline constexpr std::size_t text_bytes = 64u << 20;      ///< UTF-8 text of one flow document
inline constexpr int table_columns = 256; ///< columns of one table; spans beyond are clamped
inline constexpr int table_rows = 20'000; ///< rows of one table
inline constexpr std::size_t table_cells = 400'000;        ///< grid positions of one table
inline constexpr std::size_t document_cells = 2'000'000;   ///< cells of one document's tables
inline constexpr std::size_t document_tables = 10'000;     ///< tables of one document
inline constexpr std::size_t html_depth = 100'000;         ///< open elements of a web page
inline constexpr std::size_t html_items = 4'000'000;       ///< paragraphs and cells of a web page
inline constexpr std::uint64_t html_repairs = 500'000'000; ///< steps to repair a page's tags
inline constexpr std::size_t layout_bytes = 4u << 20;      ///< one layout file
inline constexpr std::size_t layout_fields = 20'000;       ///< fields of one layout
inline constexpr std::size_t layout_headings = 2'000;      ///< rows, or columns, of one block
inline constexpr std::size_t layout_terms =
    1'000'000;                            ///< terms of all sums and examples of one layout
inline constexpr int office_seconds = 60; ///< for LibreOffice to convert one document
inline constexpr std::uint64_t office_bytes = std::uint64_t{4} << 30; ///< address space for that
inline constexpr std::size_t zipped_files = 50; ///< files of an archive looked at for a document
inline constexpr std::uint32_t message_bytes = 16u << 20; ///< one message of a bulk worker
inline constexpr std::uint64_t process_memory = std::uint64_t{4} << 30; ///< address space
inline constexpr std::uint64_t document_seconds = 300; ///< processor time of one document
inline constexpr std::size_t claims = 5'000; ///< statements of one report about its tables

} // namespace gouji::limits
