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

// ---- pdf
inline constexpr Phrase pdf_password{
    "this PDF needs a password: open it in a PDF viewer and save a copy without one",
    "此 PDF 需要密码：请用 PDF 阅读器打开并另存为不加密的副本"};
inline constexpr Phrase pdf_unknown_encryption{
    "this PDF is encrypted in a way that gouji does not know: open it in a PDF viewer and save a "
    "copy without encryption",
    "此 PDF 使用了 gouji 不支持的加密方式：请用 PDF 阅读器打开并另存为不加密的副本"};
inline constexpr Phrase pdf_damaged{
    "this PDF is damaged beyond reading: download it again, or open it in a PDF viewer and print "
    "it "
    "to a new PDF",
    "此 PDF 已损坏，无法读取：请重新下载，或用 PDF 阅读器打开后打印为新的 PDF"};
inline constexpr Phrase pdf_no_picture{"this part of the page cannot be drawn",
                                       "无法绘制页面的这一部分"};
inline constexpr Phrase pdf_no_pages{"this PDF has no pages", "此 PDF 没有页面"};
inline constexpr Phrase pdf_scan{
    "this PDF is a scan: its pages are pictures without text. Run text recognition (OCR) on it "
    "first, or get the report as text",
    "此 PDF 是扫描件，页面只有图像而没有文字：请先进行文字识别（OCR），或取得文字版报告"};
inline constexpr Phrase pdf_too_large{"the file is larger than {0} MiB", "文件大于 {0} MiB"};
inline constexpr Phrase pdf_too_many_pages{"{0} pages, more than the {1} that gouji reads",
                                           "共 {0} 页，超过 gouji 可读取的 {1} 页"};
inline constexpr Phrase pdf_too_many_glyphs{"page {0} holds more than {1} characters",
                                            "第 {0} 页的字符超过 {1} 个"};
inline constexpr Phrase pdf_too_much_text{"the pages up to {0} hold more than {1} characters",
                                          "截至第 {0} 页的字符超过 {1} 个"};
inline constexpr Phrase text_too_many_characters{"the text holds more than {0} characters",
                                                 "文本超过 {0} 个字符"};
inline constexpr Phrase text_too_many_pages{"more than {0} pages", "超过 {0} 页"};
inline constexpr Phrase pdf_too_many_drawings{"page {0} holds more than {1} lines and areas",
                                              "第 {0} 页的线条和色块超过 {1} 个"};
inline constexpr Phrase pdf_too_many_forms{"page {0} repeats its drawings more than {1} times",
                                           "第 {0} 页重复绘制的内容超过 {1} 次"};
inline constexpr Phrase pdf_too_many_operators{"page {0} is drawn with more than {1} instructions",
                                               "第 {0} 页的绘制指令超过 {1} 条"};
inline constexpr Phrase pdf_too_deep{"the content of page {0} is nested more than {1} times",
                                     "第 {0} 页的内容嵌套超过 {1} 层"};
inline constexpr Phrase pdf_rebuilt{
    "the index of this PDF was damaged and has been rebuilt; parts may be missing",
    "此 PDF 的索引已损坏并已重建，内容可能不完整"};
inline constexpr Phrase pdf_page_lost{"page {0} is damaged and was left out",
                                      "第 {0} 页已损坏，未能读取"};
inline constexpr Phrase pdf_page_damaged{
    "the content of page {0} is damaged in places; parts of it may be missing",
    "第 {0} 页的内容有损坏，可能不完整"};
inline constexpr Phrase pdf_page_picture{
    "page {0} is a picture without text; what it shows is missing here",
    "第 {0} 页是没有文字的图像，其内容未能读取"};
inline constexpr Phrase pdf_unmapped{
    "{0} characters on page {1} have no meaning in this file, only a shape; they are read as "
    "\uFFFD",
    "第 {1} 页有 {0} 个字符在文件中只有字形而没有编码，读作 \uFFFD"};
// ---- packages and XML, shared by DOCX and ODF
inline constexpr Phrase package_library_missing{
    "ZIP packages (DOCX, ODT) cannot be read: {}; reinstall gouji",
    "无法读取 ZIP 文件包（DOCX、ODT）：{}，请重新安装 gouji"};
inline constexpr Phrase package_damaged{"the package is damaged: {}", "文件包已损坏：{}"};
inline constexpr Phrase part_unreadable{"the part {} cannot be read: {}", "无法读取部件 {}：{}"};
inline constexpr Phrase part_missing{"the package has no part {}", "文件包中没有部件 {}"};
inline constexpr Phrase part_encrypted{
    "the part {} is encrypted: remove the password and try again",
    "部件 {} 已加密：请去除密码后重试"};
inline constexpr Phrase document_encrypted{
    "the document is encrypted: remove the password and try again", "文档已加密：请去除密码后重试"};
inline constexpr Phrase package_entries{"the package has {} entries, more than {}",
                                        "文件包有 {} 个条目，超过 {} 个"};
inline constexpr Phrase package_duplicate{
    "the package holds the part {} twice: programs would read different documents",
    "文件包中部件 {} 出现两次：不同程序会读出不同内容"};
inline constexpr Phrase package_inflates{"it inflates to more than {}", "解压后超过 {}"};
inline constexpr Phrase xml_malformed{"line {}: {}", "第 {} 行：{}"};
inline constexpr Phrase xml_doctype{"line {}: a document type declaration is not allowed",
                                    "第 {} 行：不允许文档类型声明"};
inline constexpr Phrase xml_depth{"elements are nested deeper than {}", "元素嵌套超过 {} 层"};
inline constexpr Phrase xml_attributes{"an element has more than {} attributes",
                                       "一个元素的属性超过 {} 个"};
inline constexpr Phrase xml_tag{"a tag is longer than {} bytes", "一个标签超过 {} 字节"};
inline constexpr Phrase xml_empty{"it is empty", "内容为空"};

// ---- flow documents
inline constexpr Phrase text_limit{"the text is longer than {} bytes", "文字超过 {} 字节"};
inline constexpr Phrase table_limit{"a table has more than {} {}", "一个表格的{1}超过 {0}"};
inline constexpr Phrase table_rows_word{"rows", "行数"};
inline constexpr Phrase table_columns_word{"columns", "列数"};
inline constexpr Phrase table_cells_word{"cells", "单元格数"};
inline constexpr Phrase cells_limit{"the document has more than {} table cells",
                                    "文档中的单元格超过 {} 个"};
inline constexpr Phrase tables_limit{"the document has more than {} tables",
                                     "文档中的表格超过 {} 个"};
inline constexpr Phrase table_depth_limit{"tables are nested deeper than {}", "表格嵌套超过 {} 层"};
inline constexpr Phrase no_body{"it has no document body", "其中没有文档正文"};
inline constexpr Phrase nothing_inside{"the document has no text and no table",
                                       "文档中没有文字，也没有表格"};
inline constexpr Phrase not_text_document{"the package is not a text document ({})",
                                          "文件包不是文字处理文档（{}）"};

// ---- notes
inline constexpr Phrase part_skipped{"the part {} could not be read and is left out ({})",
                                     "部件 {} 无法读取，已略去（{}）"};
inline constexpr Phrase tracked_left_out{"{} tracked deletions are left out",
                                         "已略去 {} 处修订删除的内容"};
inline constexpr Phrase hidden_left_out{"hidden text is left out", "已略去隐藏文字"};
inline constexpr Phrase embedded_left_out{"an embedded document ({}) is left out",
                                          "已略去嵌入的文档（{}）"};
inline constexpr Phrase covered_text{"table {}: text under a merged cell is left out: {}",
                                     "表 {}：合并单元格下被遮盖的文字已略去：{}"};
// ---- text and web pages
inline constexpr Phrase text_too_long{"its text is longer than {0} MiB", "文本超过 {0} MiB"};
inline constexpr Phrase nested_too_deeply{"its parts are nested more than {0} deep",
                                          "嵌套超过 {0} 层"};
inline constexpr Phrase too_many_parts{"it has more than {0} paragraphs and cells",
                                       "段落和单元格超过 {0} 个"};
inline constexpr Phrase page_too_broken{
    "its tags are in too great a disorder to be put right: open the page in a browser and save it "
    "again",
    "网页标签过于混乱，无法修复；请在浏览器中打开后另存"};
inline constexpr Phrase table_too_large{"a table has more than {0} rows or {1} cells",
                                        "有表格超过 {0} 行或 {1} 个单元格"};
inline constexpr Phrase too_many_tables{"it has more than {0} tables", "表格超过 {0} 个"};
inline constexpr Phrase page_of_pictures{
    "the page holds pictures but no text: get the report as text, or as PDF with a text layer",
    "网页只有图片，没有文字；请取得文字版的报告"};
inline constexpr Phrase page_without_text{"the page holds no text", "网页没有文字内容"};
inline constexpr Phrase message_without_page{"there is no web page in this message",
                                             "这个文件里没有网页"};
inline constexpr Phrase out_of_memory{"there is not enough memory", "内存不足"};

// ---- old office formats, archives
inline constexpr Phrase office_missing{
    "LibreOffice is not installed; gouji needs it for DOC, WPS and RTF: install the package "
    "libreoffice-writer, or save the document as DOCX",
    "未安装 LibreOffice；读取 DOC、WPS、RTF 需要它：请安装软件包 libreoffice-writer，或另存为 "
    "DOCX"};
inline constexpr Phrase office_too_slow{
    "LibreOffice did not convert it within {0} seconds: open it there and save it as DOCX",
    "LibreOffice 未能在 {0} 秒内完成转换；请打开后另存为 DOCX"};
inline constexpr Phrase office_damaged{
    "LibreOffice cannot read it: open it in the program it was made with and save it as DOCX",
    "LibreOffice 无法读取；请用原来的程序打开后另存为 DOCX"};
inline constexpr Phrase office_too_large{"as DOCX it is larger than {0} MiB",
                                         "转换后的 DOCX 超过 {0} MiB"};
inline constexpr Phrase no_temporary_folder{"files cannot be written below {0}",
                                            "无法在 {0} 中写入文件"};
inline constexpr Phrase zip_of_many{
    "this archive holds {0} documents: unpack it and give gouji each of them",
    "压缩包中有 {0} 个文档；请先解压，再分别读取"};
inline constexpr Phrase zip_without_document{
    "this archive holds no document that gouji reads: unpack it and look",
    "压缩包中没有 gouji 能读取的文档；请解压查看"};

} // namespace gouji::phrases
