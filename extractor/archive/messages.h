// SPDX-License-Identifier: GPL-3.0-or-later
// What bulk conversion says to people.
#pragma once

#include "base/words.h"

namespace gouji::phrases {

inline constexpr Phrase sandbox_refused{"the system refused {}: {}", "系统拒绝 {}：{}"};
inline constexpr Phrase bulk_cannot_read{"cannot be read: {}", "无法读取：{}"};
inline constexpr Phrase bulk_too_large{
    "the file has {0} MiB, more than the {1} MiB that gouji accepts for one document",
    "文件有 {0} MiB，超过单个文件的上限 {1} MiB"};
inline constexpr Phrase bulk_answer_too_large{"what was read from it takes more than {} MiB",
                                              "读出的内容超过 {} MiB"};
inline constexpr Phrase archive_newer{
    "this archive was made by a newer gouji (format {0}, this one knows {1}): update gouji",
    "该档案由较新版本的 gouji 生成（格式 {0}，本程序支持到 {1}）：请升级 gouji"};
inline constexpr Phrase not_an_archive{"this file is no gouji archive, or it is damaged",
                                       "该文件不是 gouji 档案，或已损坏"};
inline constexpr Phrase archive_busy{"another program is using this archive: wait until it is done",
                                     "另一个程序正在使用该档案，请等它结束"};
inline constexpr Phrase archive_full{
    "the disk is full; make room and run the same command again: it goes on where it stopped",
    "磁盘已满；腾出空间后重新运行同一命令即可从中断处继续"};
inline constexpr Phrase no_such_archive{"there is no such archive: check its name and folder",
                                        "档案不存在，请检查文件名和路径"};
inline constexpr Phrase archive_cannot_open{
    "the archive cannot be opened or made: check its folder and your right to write there",
    "无法打开或创建档案，请检查其文件夹及写入权限"};
inline constexpr Phrase archive_read_only{
    "the archive may only be read: copy it to a place where you may write, or name another",
    "档案为只读：请复制到可写入的位置，或另指定档案"};
inline constexpr Phrase archive_failed{"the archive failed: {}", "档案出错：{}"};

inline constexpr Phrase worker_not_started{"a worker process could not be started: {}",
                                           "无法启动工作进程：{}"};
inline constexpr Phrase worker_not_confined{
    "the system does not let gouji confine its worker processes (seccomp, resource limits)",
    "系统不允许 gouji 限制其工作进程（seccomp、资源上限）"};
inline constexpr Phrase worker_not_ready{"a worker process ended before it was ready",
                                         "工作进程在就绪前退出"};
inline constexpr Phrase took_too_long{"not done after {} seconds", "{} 秒内未完成"};
inline constexpr Phrase used_too_much_time{
    "more than {} seconds of processor time; --timeout allows more",
    "占用处理器超过 {} 秒；可用 --timeout 放宽"};
inline constexpr Phrase needs_memory{"needs more than {} MiB of memory; --memory allows more",
                                     "所需内存超过 {} MiB；可用 --memory 放宽"};
inline constexpr Phrase tried_forbidden{
    "reading it led to something the sandbox forbids (network, another program, writing)",
    "读取时出现沙箱禁止的操作（网络、其他程序或写文件）"};
inline constexpr Phrase killed_from_outside{
    "somebody, or the system when it ran out of memory, ended the worker process several times",
    "工作进程多次被外部（或因系统内存不足）终止"};
inline constexpr Phrase ended_by_signal{"reading it ended the worker process: signal {0} ({1})",
                                        "读取时工作进程被终止：信号 {0}（{1}）"};
inline constexpr Phrase ended_with_status{"reading it ended the worker process: exit status {}",
                                          "读取时工作进程退出：状态 {}"};
inline constexpr Phrase no_picture{"this format has no pages to draw", "该格式没有可绘制的页面"};
inline constexpr Phrase not_regular{"not a regular file (a link, a pipe, a device or a folder)",
                                    "不是普通文件（链接、管道、设备或文件夹）"};
inline constexpr Phrase no_such_input{"no such file", "文件不存在"};
inline constexpr Phrase cannot_hand_over{"what LibreOffice made of it cannot be handed over: {}",
                                         "无法传递 LibreOffice 转换的结果：{}"};
inline constexpr Phrase changed_meanwhile{"the file was changed while it was read",
                                          "读取期间文件被改动"};
inline constexpr Phrase nonsense_answer{"the worker process sent an answer that makes no sense",
                                        "工作进程返回了无法理解的结果"};

inline constexpr Phrase sheet_reports{"reports", "报告"};
inline constexpr Phrase sheet_all_findings{"findings", "问题"};
inline constexpr Phrase sheet_failures{"failures", "失败"};
inline constexpr Phrase sheet_fields{"fields", "字段"};
inline constexpr Phrase sheet_path{"path", "路径"};
inline constexpr Phrase sheet_form{"form", "报表"};
inline constexpr Phrase sheet_agency{"agency", "机关"};
inline constexpr Phrase sheet_year{"year", "年度"};
inline constexpr Phrase sheet_errors{"errors", "错误"};
inline constexpr Phrase sheet_warnings{"warnings", "警告"};
inline constexpr Phrase sheet_status{"status", "状态"};
inline constexpr Phrase sheet_reason{"reason", "原因"};
inline constexpr Phrase sheet_command{"command that shows it", "重现命令"};
inline constexpr Phrase sheet_field{"field", "字段"};
inline constexpr Phrase sheet_of_table{"table", "表"};
inline constexpr Phrase sheet_row{"row", "行"};
inline constexpr Phrase sheet_column{"column", "列"};
inline constexpr Phrase sheet_unit{"unit", "单位"};

inline constexpr Phrase archive_page_title{"gouji archive {}", "gouji 档案 {}"};
inline constexpr Phrase archive_page_script{"This page needs JavaScript to show its tables.",
                                            "本页需要启用 JavaScript 才能显示内容。"};

} // namespace gouji::phrases
