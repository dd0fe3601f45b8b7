// SPDX-License-Identifier: GPL-3.0-or-later
// What the command line says to people: help, and what goes wrong around the files.
#pragma once

#include "base/words.h"

namespace gouji::phrases {

// ---- files
inline constexpr Phrase on_page{"page {}: ", "第 {} 页："};
inline constexpr Phrase no_such_file{"there is no such file: check its name and folder",
                                     "文件不存在，请检查文件名和路径"};
inline constexpr Phrase may_not_read{"you may not read this file: ask its owner for permission",
                                     "没有读取权限，请向文件所有者申请权限"};
inline constexpr Phrase is_folder{"this is a folder: name the files in it",
                                  "这是文件夹，请指定其中的文件"};
inline constexpr Phrase is_device{"this is a device, not a document", "这是设备，不是文档"};
inline constexpr Phrase cannot_read{"it cannot be read: {}", "无法读取：{}"};
inline constexpr Phrase cannot_write{"the result cannot be written: {}", "无法写入结果：{}"};
inline constexpr Phrase output_is_folder{
    "the result cannot be written: this is a folder, name a file in it",
    "无法写入结果：这是文件夹，请指定其中的文件名"};
inline constexpr Phrase input_too_large{
    "the file is larger than {} MiB, the most that gouji reads of one document",
    "文件超过 {} MiB，这是单个文件的上限"};
inline constexpr Phrase binary_to_terminal{
    "{} is not for a terminal: name a file with -o, or send the output to a file or program",
    "{} 格式不能显示在终端上：请用 -o 指定文件，或重定向输出"};
inline constexpr Phrase no_layouts{
    "no layout was found: reinstall gouji, or set GOUJI_LAYOUTS to the folder that has them "
    "(looked in {})",
    "没有找到表格样式文件：请重新安装 gouji，或将 GOUJI_LAYOUTS 设为样式文件所在的文件夹"
    "（已查找 {}）"};
inline constexpr Phrase no_such_layout{"no form has the id {}: 'gouji layouts' lists them",
                                       "没有编号为 {} 的表格样式，可用的样式见 gouji layouts"};
inline constexpr Phrase layout_fine{"{}: {} fields, {} relations, no mistakes",
                                    "{}：{} 个字段，{} 条勾稽关系，没有错误"};
inline constexpr Phrase field_header{"field\trow\tcolumn\tunit\tedition",
                                     "字段\t行\t列\t单位\t所属版本"};
inline constexpr Phrase relation_header{"relation\tleft\tright\tbasis\tsource",
                                        "勾稽关系\t左边\t右边\t依据\t出处"};
inline constexpr Phrase no_layout_schema{
    "layout.xsd, which says what a layout may hold, was not found: reinstall gouji (looked in {})",
    "没有找到规定样式文件写法的 layout.xsd：请重新安装 gouji（已查找 {}）"};
inline constexpr Phrase no_report{
    "not checked: the document holds no report in a form that gouji knows",
    "未校验：文件中没有 gouji 认识的报告"};
inline constexpr Phrase no_page_to_draw{"there is no page {} to draw: the document has {}",
                                        "没有第 {} 页可绘制：文件共 {} 页"};
inline constexpr Phrase no_pdf_reader{"PDF files cannot be read: {} is missing; reinstall gouji",
                                      "无法读取 PDF：缺少 {}，请重新安装 gouji"};
inline constexpr Phrase pdf_reader_unusable{
    "PDF files cannot be read: {}; reinstall gouji and Poppler (Debian's package libpoppler126)",
    "无法读取 PDF：{}；请重新安装 gouji 和 Poppler（Debian 软件包 libpoppler126）"};
inline constexpr Phrase pdf_reader_foreign{
    "PDF files cannot be read: {} is of another version; reinstall gouji",
    "无法读取 PDF：{} 的版本不符，请重新安装 gouji"};
inline constexpr Phrase internal_error{
    "gouji itself made a mistake ({}): please report it, with the file if you may",
    "gouji 内部错误（{}）：请报告此问题，如可以请附上文件"};
inline constexpr Phrase out_of_time{
    "{} s of processor time did not suffice for this document: it is damaged, or made so",
    "{} 秒处理器时间仍未处理完此文件：文件可能已损坏或被恶意构造"};
inline constexpr Phrase out_of_memory{"there is not enough memory for this document",
                                      "内存不足，无法处理此文件"};

// ---- wrong usage
inline constexpr Phrase see_help{"{}; 'gouji {}--help' tells more", "{}；用法见 gouji {}--help"};
inline constexpr Phrase no_command{"no command was given", "没有指定命令"};
inline constexpr Phrase no_such_command{"there is no command '{}'", "没有命令“{}”"};
inline constexpr Phrase no_such_option{"there is no option '{}'", "没有选项“{}”"};
inline constexpr Phrase too_many_arguments{"'{}' is one argument too many", "多余的参数“{}”"};
inline constexpr Phrase no_file_given{"no file was named", "没有指定文件"};
inline constexpr Phrase no_id_given{"no form or layout file was named",
                                    "没有指定表格样式或样式文件"};
inline constexpr Phrase option_value{"the option {} needs one value", "选项 {} 需要一个值"};
inline constexpr Phrase bad_choice{"{} cannot be '{}': choose one of {}",
                                   "{} 不能为“{}”，可选：{}"};
inline constexpr Phrase bad_page{"--page must be a page number from 1, not '{}'",
                                 "--page 应为从 1 开始的页码，不能为“{}”"};
inline constexpr Phrase bad_pages{"--pages must be page numbers from 1, like 1,3-5 or 7-, not '{}'",
                                  "--pages 应为从 1 开始的页码，如 1,3-5 或 7-，不能为“{}”"};
inline constexpr Phrase bad_area{
    "--area must be X,Y,WIDTH,HEIGHT in points, with a width and a height, not '{}'",
    "--area 应为 X,Y,宽,高（点），宽和高须大于 0，不能为“{}”"};
inline constexpr Phrase bad_columns{
    "--columns must be ascending numbers of points, like 120,200.5,310, not '{}'",
    "--columns 应为由小到大的数（点），如 120,200.5,310，不能为“{}”"};
inline constexpr Phrase columns_off_area{"--columns must lie inside --area",
                                         "--columns 应在 --area 之内"};
inline constexpr Phrase hints_exclude{"{} and {} exclude each other", "{} 与 {} 不能同时使用"};
inline constexpr Phrase input_twice{"standard input can be read only once", "标准输入只能读取一次"};

// ---- help
inline constexpr Phrase label_usage{"Usage", "用法"};
inline constexpr Phrase label_options{"Options", "选项"};
inline constexpr Phrase label_arguments{"Arguments", "参数"};
inline constexpr Phrase label_commands{"Commands", "命令"};
inline constexpr Phrase label_command{"COMMAND", "命令"};
inline constexpr Phrase about{
    "Reads the annual reports that Chinese public bodies publish on government information\n"
    "disclosure (PDF, DOCX and more) and checks their tables.",
    "读取政府信息公开工作年度报告（PDF、DOCX 等），提取表格数据并校验勾稽关系。"};
inline constexpr Phrase about_footer{
    "Exit status: 0 done; 1 validate found errors in a report; 2 unreadable input or wrong usage;\n"
    "3 bulk: some inputs failed, each has a row that says why.\n"
    "Environment: GOUJI_LAYOUTS names folders with further layouts, separated by ':'.\n"
    "Examples:\n"
    "  gouji convert report.pdf -o report.json\n"
    "  gouji validate *.docx\n"
    "  gouji validate report2024.pdf --prior report2023.pdf\n"
    "'gouji COMMAND --help' tells more of a command.",
    "退出状态：0 完成；1 validate 发现报告有错误；2 输入无法读取或用法错误；3 bulk 有输入失败，\n"
    "档案中各有一行说明原因。\n"
    "环境变量：GOUJI_LAYOUTS 指定其他样式文件夹，以“:”分隔。\n"
    "示例：\n"
    "  gouji convert 报告.pdf -o 报告.json\n"
    "  gouji validate *.docx\n"
    "  gouji validate 2024年报告.pdf --prior 2023年报告.pdf\n"
    "各命令的详细用法：gouji 命令 --help"};
inline constexpr Phrase help_help{"print this help", "显示帮助"};
inline constexpr Phrase help_version{"print the version", "显示版本"};
inline constexpr Phrase help_convert{"write a report as structured data", "将报告转换为结构化数据"};
inline constexpr Phrase help_validate{"check reports, a finding a line", "校验报告，每行一个问题"};
inline constexpr Phrase help_inspect{"show what each stage saw in a document",
                                     "显示各处理阶段的中间结果"};
inline constexpr Phrase help_tables{"write the tables of any document", "导出任意文件中的表格"};
inline constexpr Phrase help_layouts{"list, describe or check the known forms",
                                     "列出、说明或检查表格样式"};
inline constexpr Phrase help_layouts_list{"list the forms (the default)", "列出表格样式（默认）"};
inline constexpr Phrase help_layouts_describe{"list the fields of a form", "列出表格样式的字段"};
inline constexpr Phrase help_layouts_check{"tell every mistake in a layout file",
                                           "检查样式文件中的错误"};
inline constexpr Phrase footer_convert{
    "Every number of the form is in the output with its state: read, blank, unreadable, absent or\n"
    "settled. What is wrong or doubtful is under \"findings\".",
    "输出包含表格样式中的每个数字及其状态：read、blank、unreadable、absent、settled；\n"
    "错误和存疑之处列在 findings 中。"};
inline constexpr Phrase footer_validate{
    "A line is: file:page:table:row label:column label: severity: message [rule].\n"
    "Exit status: 0 no errors, 1 errors in a report, 2 a file could not be checked.",
    "每行为：文件:页:表:行标题:列标题: 级别: 说明 [规则]。\n"
    "退出状态：0 无错误，1 报告有错误，2 有文件无法校验。"};
inline constexpr Phrase help_file{"the document; - is standard input", "文件；- 表示标准输入"};
inline constexpr Phrase help_files{"the documents; - is standard input",
                                   "文件，可多个；- 表示标准输入"};
inline constexpr Phrase help_format{"how to write it", "输出格式"};
inline constexpr Phrase help_output{"write to this file instead of standard output",
                                    "写入文件而非标准输出"};
inline constexpr Phrase help_prior{"last year's report, to check what was carried over",
                                   "上一年度报告，用于校验结转数"};
inline constexpr Phrase help_layout{"use this layout file only (may be repeated)",
                                    "仅使用此样式文件（可重复）"};
inline constexpr Phrase help_schema{"print the JSON Schema of the output and stop",
                                    "显示输出的 JSON Schema 后退出"};
inline constexpr Phrase help_stage{"which stage to show", "要显示的阶段"};
inline constexpr Phrase help_page{"the page to draw, with --format svg",
                                  "要绘制的页（用于 --format svg）"};
inline constexpr Phrase help_pages{"only these pages", "仅这些页"};
inline constexpr Phrase help_area{"only what lies there: points from the page's top left corner",
                                  "仅此区域：以页面左上角为原点，单位为点"};
inline constexpr Phrase help_columns{"where columns are parted: points from the left side",
                                     "各列的分界：距页面左边的点数"};
inline constexpr Phrase help_lattice{"only tables with drawn cells", "仅有框线的表格"};
inline constexpr Phrase help_stream{"part cells by white space, not by lines",
                                    "按空白而非框线划分单元格"};
inline constexpr Phrase help_layout_ids{"ids of forms, or layout files", "样式编号或样式文件"};
inline constexpr Phrase help_layout_files{"layout files", "样式文件"};

} // namespace gouji::phrases
