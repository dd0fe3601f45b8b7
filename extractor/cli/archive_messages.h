// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands about archives say.
#pragma once

#include "base/words.h"

namespace gouji::phrases {

inline constexpr Phrase archive_bad_choice{"{0} does not know '{1}': choose {2}",
                                           "{0} 不支持“{1}”：可选 {2}"};
inline constexpr Phrase out_of_range{"{0} {1} is out of range: from {2} to {3}",
                                     "{0} {1} 超出范围：应在 {2} 至 {3} 之间"};
inline constexpr Phrase no_archive_given{"no archive is named", "未指定档案文件"};
inline constexpr Phrase no_inputs_given{"no inputs are named", "未指定输入"};
inline constexpr Phrase bad_shard{"--shard {} makes no sense: it is I/N, I from 1 to N",
                                  "--shard {} 无效：应为 I/N，I 从 1 到 N"};

inline constexpr Phrase help_bulk{"convert folders and lists of files into one archive",
                                  "将文件夹或文件清单批量转换到一个档案中"};
inline constexpr Phrase help_bulk_inputs{"files, folders, patterns; ZIP files of documents too",
                                         "文件、文件夹、通配符；也可以是打包文件的 ZIP"};
inline constexpr Phrase help_bulk_archive{"the archive; made when it is not there, else continued",
                                          "档案文件；不存在则新建，存在则接着处理"};
inline constexpr Phrase help_files_from{
    "read further inputs from this list, a line each or NUL between; - is standard input",
    "从清单读取更多输入，每行一个或以 NUL 分隔；- 表示标准输入"};
inline constexpr Phrase help_jobs{"worker processes (0: one a processor)",
                                  "工作进程数（0：与处理器数相同）"};
inline constexpr Phrase help_timeout{"processor time one document may take (20)",
                                     "单个文件可用的处理器时间，秒（20）"};
inline constexpr Phrase help_memory{"memory one worker may take (1024; 0: any)",
                                    "单个工作进程可用内存，MiB（1024；0 为不限）"};
inline constexpr Phrase help_bulk_prior{
    "hold each agency's report against its report of the year before",
    "与同一机关上一年度报告比对"};
inline constexpr Phrase help_retry_failed{"try again what failed before", "重试以前失败的文件"};
inline constexpr Phrase help_since{
    "read again what an older program had read; 'layouts': what other layout files had read",
    "重新处理由较旧版本程序处理过的文件；layouts：由其他样式文件处理过的文件"};
inline constexpr Phrase bad_since{
    "--since {} makes no sense: it is a version like 1.2.0, or layouts",
    "--since {} 无效：应为 1.2.0 这样的版本号，或 layouts"};
inline constexpr Phrase help_shard{"take only this part of the inputs", "只处理输入的这一部分"};
inline constexpr Phrase help_progress{"how to show progress", "进度显示方式"};
inline constexpr Phrase help_quiet{"show no progress", "不显示进度"};
inline constexpr Phrase help_bulk_layout{"use this layout file only (may be repeated)",
                                         "仅使用此样式文件（可重复）"};
inline constexpr Phrase footer_bulk{
    "Exit status: 0 all inputs are in the archive; 3 some failed, each has a row that says why; 2 "
    "wrong usage, or stopped before the end.\n"
    "The same command again goes on where it stopped.\n"
    "Examples:\n"
    "  gouji bulk PROVINCE/ -o archive.db\n"
    "  find /data -name '*.pdf' -print0 | gouji bulk --files-from - -o archive.db",
    "退出码：0 全部输入已入档；3 有的输入失败，档案中各有一行说明原因；2 用法错误或中途停止。\n"
    "重新运行同一命令会从中断处继续。\n"
    "示例：\n"
    "  gouji bulk PROVINCE/ -o archive.db\n"
    "  find /data -name '*.pdf' -print0 | gouji bulk --files-from - -o archive.db"};
inline constexpr Phrase help_export{"write an archive as tables or JSON Lines",
                                    "将档案导出为表格或 JSON Lines"};
inline constexpr Phrase help_archive{"the archive", "档案文件"};
inline constexpr Phrase help_export_format{"how to write it", "输出格式"};
inline constexpr Phrase help_export_output{"write to this file instead of standard output",
                                           "写入文件而非标准输出"};
inline constexpr Phrase help_bom{"begin CSV with a byte order mark, for Excel",
                                 "CSV 以字节顺序标记开头，便于 Excel 打开"};
inline constexpr Phrase help_labels{
    "head the columns of csv-wide and xlsx with the form's labels behind the field ids",
    "csv-wide 和 xlsx 的列标题在字段名后附上表中标签"};
inline constexpr Phrase help_merge{"put archives together", "合并多个档案"};
inline constexpr Phrase help_parts{"the archives to put together", "要合并的档案"};
inline constexpr Phrase help_merge_output{"the archive to put them into", "合并到的档案"};
inline constexpr Phrase help_page_command{"make a page that shows what an archive holds",
                                          "生成展示档案内容的网页"};
inline constexpr Phrase help_pictures{
    "show at most so many tables as pictures of their pages, the worst first (400)",
    "最多附上多少幅原页图像，问题最多的优先（400）"};
inline constexpr Phrase help_worker{"read documents for a bulk run", "供批量转换使用"};

inline constexpr Phrase bulk_summary{
    "{0} inputs: {1} converted now ({2} with errors in them), {3} were there already, {4} have the "
    "same content as another, {5} failed; {6} s",
    "共 {0} 个输入：本次转换 {1} 个（其中 {2} 个含错误），先前已有 {3} 个，内容重复 {4} 个，失败 "
    "{5} 个；用时 {6} 秒"};
inline constexpr Phrase bulk_failed_hint{
    "what failed and why: 'gouji page ARCHIVE', or the view failed_input; try again with "
    "--retry-failed",
    "失败原因见 gouji page 生成的网页，或档案视图 failed_input；可用 --retry-failed 重试"};
inline constexpr Phrase bulk_stopped{"stopped; the same command goes on from here",
                                     "已停止；重新运行同一命令即可继续"};
inline constexpr Phrase sandbox_partly{
    "this kernel has no Landlock: workers can read other files, but still reach no network, no "
    "program and no file for writing",
    "此内核不支持 Landlock：工作进程仍可读取其他文件，但不能联网、运行程序或写文件"};
inline constexpr Phrase progress_line{
    "{0}/{1} ({2}%), {3}/s, {4} left; {5} converted, {6} with errors, {7} failed",
    "{0}/{1}（{2}%），每秒 {3} 个，剩余 {4}；已转换 {5}，含错误 {6}，失败 {7}"};
inline constexpr Phrase progress_slowest{"; {0} s on {1}", "；{1} 已用 {0} 秒"};

} // namespace gouji::phrases
