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
inline constexpr Phrase busy{"The last validation is still running.", "上一次校验尚未结束。"};
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
inline constexpr Phrase verdict_right{"Everything adds up.", "各项数据勾稽一致。"};
inline constexpr Phrase verdict{"{0} errors, {1} warnings, {2} notes",
                                "错误 {0} 项，警告 {1} 项，提示 {2} 项"};
inline constexpr Phrase should_be{" It should be {0}.", " 应为 {0}。"};
inline constexpr Phrase form_found{"Form: {0}", "格式：{0}"};

} // namespace gouji::addin::phrases
