// SPDX-License-Identifier: GPL-3.0-or-later
// What the add-in says to people.
#pragma once

#include "base/words.h"

namespace gouji::addin::phrases {

inline constexpr Phrase undo_title{"Validate report", "校验报告"};
inline constexpr Phrase working{"Validating the report…", "正在校验报告…"};
inline constexpr Phrase no_document{"Open a report in Writer first.",
                                    "请先在 Writer 中打开一份报告。"};
inline constexpr Phrase no_layouts{
    "gouji's forms were not found; please install the extension again.",
    "未找到 gouji 的表格格式文件，请重新安装本扩展。"};
inline constexpr Phrase no_form{"No table of the annual report was recognised in this document.",
                                "没有在本文档中识别出年度报告的表格。"};
inline constexpr Phrase changed_meanwhile{
    "The document was changed while it was being validated; please validate again.",
    "校验期间文档已被修改，请重新校验。"};
inline constexpr Phrase closed_meanwhile{"The document was closed before the validation ended.",
                                         "校验结束前文档已关闭。"};
inline constexpr Phrase failed{"gouji could not validate this document: {0}",
                               "无法校验本文档：{0}"};
inline constexpr Phrase not_written{
    "The document is read-only or protected: the findings are listed, nothing is marked.",
    "文档为只读或受保护：只列出结果，不作标记。"};
inline constexpr Phrase choose_prior{"Compare with last year’s report", "与上年报告比对"};
inline constexpr Phrase choose_export{"Export structured data", "导出结构化数据"};
inline constexpr Phrase report_files{"Reports", "报告文件"};
inline constexpr Phrase all_files{"All files", "所有文件"};
inline constexpr Phrase unknown_format{
    "gouji writes JSON, CSV and XLSX: please give the file a name that ends in .json, .csv or "
    ".xlsx.",
    "可导出 JSON、CSV 和 XLSX：文件名请以 .json、.csv 或 .xlsx 结尾。"};
inline constexpr Phrase not_saved{"{0}: {1}", "{0}：{1}"};

// The findings panel.
inline constexpr Phrase verdict_right{"Everything adds up.", "各项数据勾稽一致。"};
inline constexpr Phrase verdict{"{0}, {1}, {2}.", "{0}，{1}，{2}。"};
inline constexpr Phrase one_error{"{0} error", "错误 {0} 项"};
inline constexpr Phrase errors{"{0} errors", "错误 {0} 项"};
inline constexpr Phrase one_warning{"{0} warning", "警告 {0} 项"};
inline constexpr Phrase warnings{"{0} warnings", "警告 {0} 项"};
inline constexpr Phrase one_info{"{0} note", "提示 {0} 项"};
inline constexpr Phrase infos{"{0} notes", "提示 {0} 项"};
inline constexpr Phrase not_validated{"Not checked yet.", "尚未校验。"};
inline constexpr Phrase edited_since{"{0} The document was edited since.", "{0}文档此后已修改。"};
inline constexpr Phrase how_to_start{"“Check again” checks the document as it stands.",
                                     "点击“重新校验”，按文档现在的内容校验。"};
inline constexpr Phrase form_found{"Form: {0}", "格式：{0}"};
inline constexpr Phrase form_year{" · {0}", " · {0}年"};
inline constexpr Phrase form_agency{" · {0}", " · {0}"};
inline constexpr Phrase form_whole{". All its tables and rows were found.", "。各表各行均已找到。"};
inline constexpr Phrase form_missing{". Not found: {0}.", "。未找到：{0}。"};
inline constexpr Phrase part_separator{"; ", "；"};
inline constexpr Phrase compared_with{"{0} Compared with {1}.", "{0}已与{1}比对。"};
inline constexpr Phrase whole_report{"The report as a whole", "报告整体"};
inline constexpr Phrase listed_cell{"{0} · {1}", "{0} · {1}"};
inline constexpr Phrase listed_numbers{"{1} ≠ {2}, {0}", "{1} ≠ {2}，{0}"};
inline constexpr Phrase listed_repair{"{1} → {2}, {0}", "{1} → {2}，{0}"};
inline constexpr Phrase listed_message{"{0}: {1}", "{0}：{1}"};
inline constexpr Phrase at_cell{" at {0}", "，{0}"};
inline constexpr Phrase would_settle{"Would be settled by {1} in {0}.", "{0}改为{1}即可相符。"};
inline constexpr Phrase list_label{"Findings: {0}", "校验结果：{0}"};
inline constexpr Phrase detail_label{"Selected finding", "所选结果"};
inline constexpr Phrase check_again{"~Check again", "重新校验(~C)"};
inline constexpr Phrase check_live{"Check while ~typing", "输入时自动校验(~T)"};
inline constexpr Phrase set_to{"~Set to {0}", "改为{0}(~S)"};
inline constexpr Phrase set_to_nothing{"~Set to …", "改为…(~S)"};
inline constexpr Phrase ignore_once{"~Ignore once", "忽略一次(~I)"};
inline constexpr Phrase set_undo{"Set to {0}", "改为{0}"};
inline constexpr Phrase ignore_undo{"Ignore finding", "忽略结果"};
inline constexpr Phrase no_repair{"No single number would settle this finding.",
                                  "没有唯一的数值能使该项相符。"};
inline constexpr Phrase cell_changed{"The cell was changed since the check; please check again.",
                                     "该单元格在校验后已修改，请重新校验。"};

// ---- a PDF in Draw
inline constexpr Phrase no_pdf{
    "This drawing is not a PDF file: open the report's PDF in Draw, or the report in Writer.",
    "当前绘图不是 PDF 文件；请在 Draw 中打开报告的 PDF，或在 Writer 中打开报告。"};
inline constexpr Phrase pdf_modified{
    "This PDF was edited since it was opened, and gouji reads the file: open the file again.",
    "PDF 打开后已被修改，而 gouji 读取的是文件本身；请重新打开该文件。"};

inline constexpr Phrase pdf_replaced{
    "This PDF's file was replaced or removed since it was opened: open it again, then validate.",
    "该 PDF 文件在打开后已被替换或删除；请重新打开后再校验。"};

// ---- last year's report
inline constexpr Phrase prior_unreadable{"Last year's report ({0}) cannot be used: {1}",
                                         "无法使用上一年度的报告（{0}）：{1}"};
inline constexpr Phrase no_prior_file{"there is no such file", "没有这个文件"};
inline constexpr Phrase prior_too_large{"it is larger than {0} MiB", "文件超过 {0} MiB"};
inline constexpr Phrase no_form_in_file{"no table of the annual report was recognised in it",
                                        "未在其中识别出年度报告的表格"};

// ---- the program
inline constexpr Phrase no_program{
    "This kind of file is read by the program gouji, which is not installed; please install the "
    "package gouji.",
    "读取这种文件需要 gouji 程序，但尚未安装；请安装软件包 gouji。"};
inline constexpr Phrase no_program_folder{"Files cannot be written below {0}.",
                                          "无法在 {0} 中写入文件。"};
inline constexpr Phrase program_too_slow{"gouji did not read the file within {0} seconds.",
                                         "gouji 未能在 {0} 秒内读完该文件。"};
inline constexpr Phrase program_failed{"The installed program gouji did not answer as expected; is "
                                       "it of another version?",
                                       "已安装的 gouji 程序返回的结果无法识别，请检查其版本。"};

} // namespace gouji::addin::phrases
