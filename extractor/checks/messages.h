// SPDX-License-Identifier: GPL-3.0-or-later
// What the checks say to people beside the sentences that a layout brings along.
#pragma once

#include "base/words.h"

namespace gouji::phrases {

// Naming cells.
inline constexpr Phrase cell_named{"\"{0}\", {1}", "“{0}”{1}"};
inline constexpr Phrase cell_separator{"; ", "；"};
inline constexpr Phrase more_cells{"{0} and {1} more", "{0}等{1}格"};

// Relations.
inline constexpr Phrase blanks_as_nothing{"{0} (Blank and read as 0: {1}.)",
                                          "{0}（空白、按0计：{1}。）"};

// Parts of the form.
inline constexpr Phrase table_missing{"The {0} is missing: {1}.", "缺少{0}：{1}。"};
inline constexpr Phrase row_missing{"The {0} is missing: {1}.", "缺少{0}：{1}。"};
inline constexpr Phrase row_duplicate{"The {0} stands there more than once: {1}. Please keep one.",
                                      "{0}重复：{1}。请只保留一行。"};
inline constexpr Phrase column_missing{"The {0} is missing: {1}.", "缺少{0}：{1}。"};
inline constexpr Phrase column_missing_rows{"{0} So in {1}: {2}.", "{0}因此{1}：{2}。"};
inline constexpr Phrase label_missing{"A label is missing, {0}: {1}.", "缺少标签，{0}：{1}。"};
inline constexpr Phrase read_with_care{"In the {0} {1}. Please check the numbers.",
                                       "{0}：{1}，请核对。"};
inline constexpr Phrase first_to_last{"{0} to {1} ({2} rows)", "{0}至{1}（共{2}行）"};
inline constexpr Phrase ambiguous{"Not read for certain, {0}: {1}.", "{0}无法确定读数：{1}。"};

// Values.
inline constexpr Phrase value_blank{
    "{0}: {1} cell(s) say no number and count as 0 in sums ({2}). Where nothing happened, write 0.",
    "{0}有{1}格未填数字，合计时按0计（{2}）。没有发生的，应填0。"};
inline constexpr Phrase value_blank_derived{
    "{0}: {1} total(s) not filled in; the parts add up to: {2}.",
    "{0}有{1}个总计未填；各项相加应为：{2}。"};
inline constexpr Phrase cell_equals{"{0} = {1}", "{0}为{1}"};
inline constexpr Phrase value_unreadable{
    "{0}: \"{1}\" is not a number. The cell takes digits only.",
    "{0}：“{1}”不是数字，此格只能填数字。"};
inline constexpr Phrase value_unreadable_derived{
    "{0}: \"{1}\" is not a number. From the sums of the form it would be {2}.",
    "{0}：“{1}”不是数字。按表内合计应为{2}。"};
inline constexpr Phrase value_negative{"{0}: {1} is below zero, which a count cannot be.",
                                       "{0}：{1}为负数，件数不能小于0。"};
inline constexpr Phrase value_fraction{"{0}: {1} is not a whole number, which a count must be.",
                                       "{0}：{1}不是整数，件数应为整数。"};
inline constexpr Phrase value_settled{
    "{0}: the number does not stand where it should; it was read as {1} from what is around it. "
    "Please check.",
    "{0}：数字没有印在应在的位置，按上下文读作{1}，请核对。"};

// A cell that several broken sums point to.
inline constexpr Phrase suspect_cell{
    "{0} is probably the wrong cell: with {1} instead of {2} all of its {3} sums would be right.",
    "{0}可能有误：如由{2}改为{1}，涉及此格的{3}处合计都将相符。"};

// Sections.
inline constexpr Phrase section_missing{
    "The report has no section \"{0}\" (number {1} of the form).", "缺少第{1}部分“{0}”。"};
inline constexpr Phrase section_order{
    "The sections stand in the order {0}; the form has them in the order of their numbers.",
    "各部分的顺序为{0}，与规定格式的顺序不符。"};
inline constexpr Phrase section_title{"The heading \"{0}\" reads \"{1}\" on the form.",
                                      "标题“{0}”在规定格式中为“{1}”。"};

// Editions of the form.
inline constexpr Phrase edition_not_due{
    "The report on {0} uses the form \"{1}\", which was not the one due for that year.",
    "{0}年的报告使用了“{1}”，不是该年度应使用的格式。"};
inline constexpr Phrase edition_mixed{"The form is mixed with words or rows of another edition "
                                      "({0}): {1}.",
                                      "表格混用了另一版格式（{0}）的行或用语：{1}。"};

// Prose against tables.
inline constexpr Phrase claim_separator{" and ", "和"};
inline constexpr Phrase claim_disagrees{"The text says {1} {0}, but the tables give {2}: \"{3}\"",
                                        "正文所述{0}为{1}件，表格中为{2}件：“{3}”"};
inline constexpr Phrase percentage_of{"the percentage of {0}", "{0}的百分比"};
inline constexpr Phrase percentage_disagrees{
    "The text gives {1} % as {0}, but by the numbers it is {2} %: \"{3}\"",
    "正文所述{0}为{1}%，按其数字计算为{2}%：“{3}”"};
inline constexpr Phrase claim_none_disagrees{
    "The text says that there were no {0}, but the tables give {1}: \"{2}\"",
    "正文称没有{0}，表格中为{1}件：“{2}”"};
inline constexpr Phrase too_many_claims{
    "The text states more than {0} numbers that the tables count: it was not held against them.",
    "正文中与表格有关的数字超过{0}处，未与表格核对。"};

// Last year's report.
inline constexpr Phrase prior_not_last_year{
    "The report given as last year's is on {0}, this one on {1}: they were not compared.",
    "作为上年报告提供的是{0}年的报告，本报告为{1}年，未作比对。"};

} // namespace gouji::phrases
