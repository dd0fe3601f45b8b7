// SPDX-License-Identifier: GPL-3.0-or-later
// What the pipeline itself says to people.
#pragma once

#include "base/words.h"

namespace gouji::phrases {

inline constexpr Phrase form_without_tables{
    "this document bears the title of a form that gouji knows, but holds no table: numbers of "
    "cells that ran together into text cannot be told apart; take the page or file that the text "
    "came from",
    "文中有已知样式的标题，但没有表格：单元格连成一片文字后，其中的数字无法可靠分开；请使用原网页或"
    "原文件"};
inline constexpr Phrase no_form{
    "no form that gouji knows was found in this document ({0} tables were looked at); "
    "'gouji layouts' lists the known forms",
    "文件中没有找到 gouji 认识的报告表格（共查看 {0} 个表）；已知的表格样式见 gouji layouts"};
inline constexpr Phrase misnamed{
    "the name promises another kind of document, and no form that gouji knows is in it: probably "
    "an error page or a broken download in the document's place; get the file again",
    "文件内容与扩展名不符，且其中没有 gouji "
    "认识的报告表格：可能下载到的是错误页面或文件不完整，请重新"
    "获取"};
inline constexpr Phrase file_too_large{
    "the file has {0} MiB, more than the {1} MiB that gouji accepts for one document",
    "文件有 {0} MiB，超过单个文件的上限 {1} MiB"};
inline constexpr Phrase hints_need_pages{
    "--pages, --area, --columns, --lattice and --stream are for PDF: a document of format {} has "
    "no pages",
    "--pages、--area、--columns、--lattice、--stream 仅用于 PDF：{} 格式的文件没有页面"};
inline constexpr Phrase no_such_page{"there is no page {}: the document has {}",
                                     "没有第 {} 页：文件共 {} 页"};
inline constexpr Phrase area_off_pages{
    "the area lies outside every page: --area counts points from the top left corner",
    "区域在所有页面之外：--area 以页面左上角为原点，单位为点"};

} // namespace gouji::phrases
