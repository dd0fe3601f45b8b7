// SPDX-License-Identifier: GPL-3.0-or-later
// What the readers say to people.
#pragma once

#include "base/words.h"

namespace gouji::phrases {

// ---- detect
inline constexpr Phrase empty_input{"there is nothing in this file", "文件是空的"};
inline constexpr Phrase not_supported{"this is {0}, which gouji does not read: {1}",
                                      "这是{0}，gouji 不读取这种文件：{1}"};
inline constexpr Phrase not_known{
    "this is not a kind of document that gouji knows; it reads {0}: open the file in the program "
    "it was made with and save it as one of these",
    "无法识别的文件类型；gouji 可读取 {0}，请用原来的程序打开后另存为其中一种"};

// what a file is, and what to do about it
inline constexpr Phrase a_picture{"a picture", "图片"};
inline constexpr Phrase a_spreadsheet{"a spreadsheet", "电子表格"};
inline constexpr Phrase a_presentation{"a presentation", "演示文稿"};
inline constexpr Phrase an_archive{"a packed archive", "压缩包"};
inline constexpr Phrase a_program{"a program", "可执行程序"};
inline constexpr Phrase a_recording{"a recording", "音视频文件"};
inline constexpr Phrase a_database{"a database", "数据库文件"};
inline constexpr Phrase an_ofd{"an OFD document", "OFD 版式文件"};
inline constexpr Phrase a_word97{"a document of Word 97 or WPS, or another file of that container",
                                 "Word 97、WPS 文字或同类容器的文件"};
inline constexpr Phrase a_rtf{"an RTF document", "RTF 文档"};
inline constexpr Phrase a_postscript{"a PostScript file", "PostScript 文件"};
inline constexpr Phrase get_text{
    "get the report as text (PDF with a text layer, DOCX or a web page)",
    "请取得文字版的报告（带文字层的 PDF、DOCX 或网页）"};
inline constexpr Phrase get_document{"give it the report itself (PDF, DOCX)",
                                     "请提供报告文档本身（PDF、DOCX）"};
inline constexpr Phrase unpack{"unpack it and give gouji the documents inside",
                               "请先解压，再读取其中的文档"};
inline constexpr Phrase save_as{"open it and save it as DOCX or PDF", "请打开后另存为 DOCX 或 PDF"};

} // namespace gouji::phrases
