// SPDX-License-Identifier: GPL-3.0-or-later
// What the outputs say to people, in both languages.
#pragma once

#include "base/words.h"

namespace gouji::phrases {

inline constexpr Phrase severity_error{"error", "错误"};
inline constexpr Phrase severity_warning{"warning", "警告"};
inline constexpr Phrase severity_info{"info", "提示"};

inline constexpr Phrase state_read{"read", "已读取"};
inline constexpr Phrase state_blank{"blank", "空白"};
inline constexpr Phrase state_unreadable{"not a number", "不是数字"};
inline constexpr Phrase state_absent{"not in the document", "文中没有"};
inline constexpr Phrase state_settled{"settled by the sums", "由勾稽关系推定"};

inline constexpr Phrase xlsx_library_missing{"spreadsheets cannot be written: {}; reinstall gouji",
                                             "无法写出电子表格：{}，请重新安装 gouji"};
inline constexpr Phrase xlsx_failed{"the spreadsheet could not be written: {}",
                                    "无法写出电子表格：{}"};
inline constexpr Phrase text_cut{"… ({} more bytes; see --format json)",
                                 "……（其余 {} 字节见 --format json）"};

inline constexpr Phrase sheet_values{"values", "数据"};
inline constexpr Phrase sheet_findings{"findings", "问题"};
inline constexpr Phrase sheet_table{"table {}", "表 {}"};
inline constexpr Phrase column_file{"file", "文件"};
inline constexpr Phrase column_agency{"agency", "机关"};
inline constexpr Phrase column_year{"year", "年度"};
inline constexpr Phrase column_field{"field", "字段"};
inline constexpr Phrase column_table{"table", "表"};
inline constexpr Phrase column_row{"row", "行"};
inline constexpr Phrase column_column{"column", "列"};
inline constexpr Phrase column_unit{"unit", "单位"};
inline constexpr Phrase column_value{"value", "数值"};
inline constexpr Phrase column_state{"state", "状态"};
inline constexpr Phrase column_raw{"as printed", "原文"};
inline constexpr Phrase column_page{"page", "页"};
inline constexpr Phrase column_findings{"findings", "问题"};
inline constexpr Phrase column_rule{"rule", "规则"};
inline constexpr Phrase column_severity{"severity", "级别"};
inline constexpr Phrase column_message{"message", "说明"};
inline constexpr Phrase column_expected{"expected", "应为"};
inline constexpr Phrase column_actual{"actual", "实为"};
inline constexpr Phrase column_quote{"sentence", "原句"};
inline constexpr Phrase column_fields{"fields", "涉及字段"};

// The drawing of a page's tables and their reasons
inline constexpr Phrase drawing_legend{"Why cells are parted", "单元格为何在此分隔"};
inline constexpr Phrase support_line{"drawn line", "画出的线"};
inline constexpr Phrase support_background{"edge of a background", "底色边缘"};
inline constexpr Phrase support_white{"white space", "空白"};
inline constexpr Phrase support_alignment{"alignment of texts", "文字对齐"};
inline constexpr Phrase support_none{"side of the text, or weak", "文字边缘，或依据不足"};
inline constexpr Phrase line_ignored{"line not taken", "未采用的线"};
inline constexpr Phrase reading_lost{"reading that lost", "落选的读法"};
inline constexpr Phrase doubtful{"confidence below 0.6", "可信度低于 0.6"};
inline constexpr Phrase drawing_tables{"Tables", "表格"};
inline constexpr Phrase drawing_losers{"What lost", "落选的读法"};
inline constexpr Phrase drawing_no_tables{"No table on this page.", "本页没有表格。"};
inline constexpr Phrase confidence_is{"{0}: confidence {1}", "{0}：可信度 {1}"};
inline constexpr Phrase reading_scored{"{0}: {1} x {2}, score {3}", "{0}：{1} × {2}，得分 {3}"};
inline constexpr Phrase reading_dropped{"{0}: no table", "{0}：不是表格"};
inline constexpr Phrase column_boundary{"before column {0}, rows {1} to {2}",
                                        "第 {0} 列之前，第 {1} 至 {2} 行"};
inline constexpr Phrase row_boundary{"before row {0}, columns {1} to {2}",
                                     "第 {0} 行之前，第 {1} 至 {2} 列"};
inline constexpr Phrase cell_title{"row {0}, column {1}", "第 {0} 行第 {1} 列"};
inline constexpr Phrase and_more{"and {0} more", "另有 {0} 个"};

inline constexpr Phrase see_finding{"finding {}", "问题 {}"};
inline constexpr Phrase page_title{"Check of {}", "校验结果：{}"};
inline constexpr Phrase verdict_good{"Nothing wrong was found.", "未发现问题。"};
inline constexpr Phrase verdict_warnings{"No errors; {} to look at.",
                                         "没有错误；有 {} 处需要留意。"};
inline constexpr Phrase verdict_errors{"{} errors, {} warnings, {} remarks.",
                                       "错误 {} 处，警告 {} 处，提示 {} 处。"};
inline constexpr Phrase verdict_no_form{
    "No known form was recognised in this document: nothing could be checked.",
    "未能识别出已知的报表样式，无法校验。"};
inline constexpr Phrase fact_file{"File", "文件"};
inline constexpr Phrase fact_form{"Form", "报表"};
inline constexpr Phrase fact_agency{"Agency", "机关"};
inline constexpr Phrase fact_year{"Year", "年度"};
inline constexpr Phrase fact_pages{"Pages", "页数"};
inline constexpr Phrase fact_values{"Values", "数据"};
inline constexpr Phrase fact_values_text{
    "{} read, {} blank, {} not numbers, {} not in the document, {} settled by the sums",
    "已读取 {} 项，空白 {} 项，不是数字 {} 项，文中没有 {} 项，由勾稽关系推定 {} 项"};
inline constexpr Phrase fact_hash{"SHA-256", "SHA-256"};
inline constexpr Phrase heading_findings{"Findings", "问题"};
inline constexpr Phrase heading_tables{"Where they stand", "所在表格"};
inline constexpr Phrase heading_notes{"Notes on reading", "读取说明"};
inline constexpr Phrase expected_actual{"Expected {}, printed {}.", "应为 {}，实为 {}。"};
inline constexpr Phrase table_place{"table {}", "表 {}"};
inline constexpr Phrase page_place{"page {}", "第 {} 页"};
inline constexpr Phrase cell_place{"{}, {}, {}", "{}，{}，{}"};
inline constexpr Phrase and_more_cells{"and {} more", "等，另有 {} 处"};
inline constexpr Phrase cells_label{"Cells: ", "单元格："};

} // namespace gouji::phrases
