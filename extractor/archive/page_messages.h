// SPDX-License-Identifier: GPL-3.0-or-later
// The words of an archive's page, under the names by which its script asks for them. The script
// fills {a}, {b}, {m} and {n}.
#pragma once

#include "base/words.h"

#include <array>
#include <string_view>
#include <utility>

namespace gouji {

inline constexpr auto page_words = std::to_array<std::pair<std::string_view, Phrase>>({
    {"title", {"gouji archive {a}", "gouji 档案 {a}"}},
    {"contents", {"Contents", "目录"}},
    {"overview", {"Overview", "概览"}},
    {"documentsRead", {"documents read", "份文件已读取"}},
    {"clean", {"without errors", "没有错误"}},
    {"withErrors", {"with errors", "含有错误"}},
    {"failed", {"could not be read", "无法读取"}},
    {"errorCount", {"Errors", "错误"}},
    {"warningCount", {"Warnings", "警告"}},
    {"byFormat", {"Documents by format and form", "按文件格式和报表样式统计"}},
    {"format", {"Format", "文件格式"}},
    {"form", {"Form", "报表样式"}},
    {"noForm", {"no known form", "未识别样式"}},
    {"noAgency", {"(agency not stated)", "（未写明机关）"}},
    {"total", {"Total", "合计"}},
    {"byRule", {"Findings by rule", "按规则统计"}},
    {"byAgency", {"Findings by agency", "按机关统计"}},
    {"findings", {"Findings", "问题"}},
    {"reports", {"Reports", "报告"}},
    {"failures", {"What could not be read", "无法读取的文件"}},
    {"years", {"Requests and outcomes by year", "各年度申请与办理结果"}},
    {"yearsNote",
     {"Reports summed up: {n}, one for each agency and year, the one with the fewest errors; with "
      "errors in them: {m}. What could not be read is not in the sums.",
      "由 {n} 份报告加总：每个机关每年取错误最少的一份，其中 {m} "
      "份含有错误；未能读出的数字未计入。"}},
    {"reportsShort", {"reports: {n}", "{n} 份报告"}},
    {"field", {"Any field of the form, summed", "表中任一字段的合计"}},
    {"asTable", {"The figures as a table", "以表格查看数据"}},
    {"search", {"Search", "搜索"}},
    {"all", {"all", "全部"}},
    {"severity", {"Severity", "级别"}},
    {"rule", {"Rule", "规则"}},
    {"agency", {"Agency", "机关"}},
    {"year", {"Year", "年度"}},
    {"yearsRead", {"Years", "年度"}},
    {"path", {"File", "文件"}},
    {"message", {"What is wrong", "说明"}},
    {"example", {"For example", "示例"}},
    {"status", {"Status", "状态"}},
    {"reason", {"Reason", "原因"}},
    {"command", {"Command that shows it", "重现命令"}},
    {"count", {"Findings", "问题数"}},
    {"inReports", {"in reports", "涉及报告"}},
    {"show", {"Show", "查看"}},
    {"hide", {"Hide", "收起"}},
    {"showFindings", {"Show its findings", "查看相关问题"}},
    {"remove", {"Remove this filter", "取消此筛选"}},
    {"previous", {"Previous", "上一页"}},
    {"next", {"Next", "下一页"}},
    {"range", {"{a} to {b} of {n}", "第 {a} 至 {b} 项，共 {n} 项"}},
    {"nothing", {"Nothing matches.", "没有符合条件的项目。"}},
    {"keys",
     {"Keys: / search, ↑ ↓ from finding to finding, Enter shows one, Esc hides it, Page Up and "
      "Page Down turn pages.",
      "键盘操作：/ 搜索，↑ ↓ 逐项移动，Enter 查看，Esc 收起，Page Up / Page Down 翻页。"}},
    {"expected", {"Expected {a}, printed {b}.", "应为 {a}，实为 {b}。"}},
    {"tablePlace", {"Table {a}", "第 {a} 个表格"}},
    {"pagePlace", {"page {a}", "第 {a} 页"}},
    {"asPrinted", {"as printed", "原页图像"}},
    {"asRead", {"The table as it was read", "读出的表格"}},
    {"pictureOf",
     {"Picture of the page: {a}, {b} cells outlined", "页面图像：{a}，已标出 {b} 个单元格"}},
    {"noPlace",
     {"It stands in no cell of a table that was read.", "该问题不对应已读出表格中的单元格。"}},
    {"picturesNote",
     {"{a} of {b} tables with findings on pages are shown as pictures, the worst first; the others "
      "are drawn as they were read. gouji page --pictures N makes more, as long as the files lie "
      "where they were read.",
      "版式文件中含问题的表格共 {b} 个，其中 {a} "
      "个附有原页图像（问题最多的优先），其余按读出内容绘制。可用 gouji page --pictures N "
      "增加，前提是原文件仍在原处。"}},
});

} // namespace gouji
