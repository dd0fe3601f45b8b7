// SPDX-License-Identifier: GPL-3.0-or-later
// What the layout loader says to people: mistakes in a layout file, and the words of the code book.
#pragma once

#include "base/words.h"

namespace gouji::phrases {

// ---- the XML of a layout
inline constexpr Phrase layout_not_xml{"this is not well-formed XML: {0}", "XML 语法错误：{0}"};
inline constexpr Phrase layout_has_doctype{
    "a layout has no document type declaration: delete the line <!DOCTYPE …>",
    "版式文件不使用文档类型声明：请删去 <!DOCTYPE …> 一行"};
inline constexpr Phrase layout_too_large{"a layout may have at most {0} bytes; this one has {1}",
                                         "版式文件不得超过 {0} 字节，本文件为 {1} 字节"};
inline constexpr Phrase layout_too_many_fields{"a layout may have at most {0} fields",
                                               "版式的字段不得超过 {0} 个"};
inline constexpr Phrase layout_too_many_headings{
    "a block may have at most {0} rows and as many columns", "每块的行、列均不得超过 {0} 个"};
inline constexpr Phrase layout_too_many_terms{
    "the sums of all relations may have at most {0} terms", "全部勾稽关系的求和项不得超过 {0} 个"};
inline constexpr Phrase layout_schema_unusable{"the schema cannot be used: {0}",
                                               "无法使用版式的 XML 模式：{0}"};

// ---- against the schema
inline constexpr Phrase layout_attribute_missing{"<{0}> lacks the attribute {1}",
                                                 "<{0}> 缺少属性 {1}"};
inline constexpr Phrase layout_attribute_unknown{"<{0}> knows no attribute {1}",
                                                 "<{0}> 没有属性 {1}"};
inline constexpr Phrase layout_element_misplaced{"<{0}> may not stand here; expected is {1}",
                                                 "<{0}> 不能出现在这里；此处应为 {1}"};
inline constexpr Phrase layout_element_needless{
    "<{0}> may not stand here; nothing more is expected", "<{0}> 不能出现在这里；此处不应再有内容"};
inline constexpr Phrase layout_child_missing{"something is missing in <{0}>: expected is {1}",
                                             "<{0}> 的内容不全：应有 {1}"};
inline constexpr Phrase layout_root_unknown{"a layout begins with <layout>, not with <{0}>",
                                            "版式文件应以 <layout> 开头，而不是 <{0}>"};
inline constexpr Phrase layout_text_misplaced{"no text may stand directly in <{0}>",
                                              "<{0}> 中不能直接书写文字"};
inline constexpr Phrase layout_value_unknown{"<{0}>: “{1}” is not one of {2}",
                                             "<{0}>：“{1}”不在可用的值 {2} 之中"};
inline constexpr Phrase layout_value_malformed{"<{0}>: “{1}” is not written as it must be here",
                                               "<{0}>：“{1}”不符合此处的书写要求"};
inline constexpr Phrase layout_value_empty{"<{0}>: {1} may not be empty", "<{0}>：{1} 不能为空"};
inline constexpr Phrase layout_name_twice{"<{0}>: “{1}” is already used in this list",
                                          "<{0}>：“{1}”已在同一列表中用过"};
inline constexpr Phrase layout_name_unknown{"<{0}>: nothing in this file is called “{1}”",
                                            "<{0}>：本文件中没有名为“{1}”的内容"};
inline constexpr Phrase layout_schema_says{"the schema does not allow this: {0}",
                                           "不符合版式的 XML 模式：{0}"};

// ---- what refers to what
inline constexpr Phrase layout_no_layout{"a layout needs an id and at least one table",
                                         "版式须有 id 和至少一个表"};
inline constexpr Phrase layout_integer_wanted{"<{0}>: {1} wants a whole number, not “{2}”",
                                              "<{0}>：{1} 应为整数，而不是“{2}”"};
inline constexpr Phrase layout_number_wanted{"“{0}” is not a number like 12 or -3.5",
                                             "“{0}”不是数（如 12 或 -3.5）"};
inline constexpr Phrase layout_date_wanted{
    "<{0}>: {1} wants a month and a day like 01-31, not “{2}”",
    "<{0}>：{1} 应为月和日（如 01-31），而不是“{2}”"};
inline constexpr Phrase layout_no_row{"there is no row “{0}” in this block; it has {1}",
                                      "本块没有名为“{0}”的行；已有的行为 {1}"};
inline constexpr Phrase layout_no_column{"there is no column “{0}” in this block; it has {1}",
                                         "本块没有名为“{0}”的列；已有的列为 {1}"};
inline constexpr Phrase layout_no_group{
    "no group of columns in this block has all the columns that this relation names: {0}",
    "本块没有哪一组列同时含有这条勾稽关系所列的各列：{0}"};
inline constexpr Phrase layout_no_field{"there is no field “{0}” in this layout",
                                        "本版式没有名为“{0}”的字段"};
inline constexpr Phrase layout_no_section{"there is no section {0} in this layout",
                                          "本版式没有第 {0} 部分"};
inline constexpr Phrase layout_field_twice{
    "the field “{0}” is there twice: give the row or the column another id",
    "字段“{0}”重复：请给行或列另起 id"};
inline constexpr Phrase layout_rule_twice{"the relation “{0}” is there twice: give it another id",
                                          "勾稽关系“{0}”重复：请另起 id"};
inline constexpr Phrase layout_wrong_axis{
    "a relation for each {0} names {1} in its sums and examples, not {2}",
    "each=\"{0}\" 的勾稽关系在求和与示例中应写 {1}，而不是 {2}"};
inline constexpr Phrase layout_value_on_group{
    "“{0}” stands for several rows or columns: an example gives the value of a single one",
    "“{0}”含有多行或多列：示例应给出单独一行或一列的值"};
inline constexpr Phrase layout_foreign_right{
    "“{0}” belongs to another edition: it may only be added to the left sum",
    "“{0}”属于另一版本的格式：只能加在左边的和中"};
inline constexpr Phrase layout_sum_empty{"this relation needs both a left and a right sum",
                                         "勾稽关系须有左右两边的和"};
inline constexpr Phrase layout_section_order{
    "sections are numbered 1, 2, 3 … in printed order; this is {0}, expected is {1}",
    "各部分应按印出的顺序编号 1、2、3……；此处为 {0}，应为 {1}"};

// ---- what a file says against itself
inline constexpr Phrase layout_years_reversed{"last-year {1} is before first-year {0}",
                                              "last-year {1} 早于 first-year {0}"};
inline constexpr Phrase layout_own_edition{
    "edition names this layout itself ({0}): leave it out, or name the other edition",
    "edition 写的是本版式自己（{0}）：请删去，或写另一版本的 id"};
inline constexpr Phrase layout_example_breaks{
    "this example is said to hold, but its left sum is {0} and its right sum is {1}",
    "本示例标为成立，但左边之和为 {0}，右边之和为 {1}"};
inline constexpr Phrase layout_example_holds{
    "this example is said to break the relation, but both its sums are {0}",
    "本示例标为不成立，但两边之和都是 {0}"};
inline constexpr Phrase layout_examples_wanted{
    "a relation needs an example that holds and one that breaks it; this one has none that {0}",
    "勾稽关系至少要有一个成立和一个不成立的示例；这里缺少{0}的示例"};
inline constexpr Phrase layout_word_holds{"holds", "成立"};
inline constexpr Phrase layout_word_breaks{"breaks it", "不成立"};
inline constexpr Phrase layout_place_unknown{
    "<{0}> has no value for {{{1}}}: the places it may use are {2}",
    "<{0}> 没有 {{{1}}} 这个值：可用的占位为 {2}"};
inline constexpr Phrase layout_place_missing{"<{0}> must tell {{{1}}}, in both languages",
                                             "<{0}> 的中英文都应写明 {{{1}}}"};
inline constexpr Phrase layout_brace_open{"<{0}>: the brace in “{1}” is not closed",
                                          "<{0}>：“{1}”中的大括号没有配对"};
inline constexpr Phrase layout_not_chinese{"<{0}>: the text in zh is not Chinese: “{1}”",
                                           "<{0}>：zh 中的文字不是中文：“{1}”"};
inline constexpr Phrase layout_not_english{"<{0}>: the text in en has no letters: “{1}”",
                                           "<{0}>：en 中没有英文：“{1}”"};
inline constexpr Phrase layout_spelling_twice{
    "“{0}” is listed twice for the same heading: once is enough",
    "同一标题重复列出“{0}”：一次即可"};
inline constexpr Phrase layout_label_ambiguous{
    "“{0}” is also the label of its neighbour in line {1}: the two could not be told apart",
    "“{0}”也是第 {1} 行那个同级标题的写法：两者无法区分"};
inline constexpr Phrase layout_key_ambiguous{
    "the key “{0}” also occurs in “{1}” (line {2}): choose one that only this heading has",
    "关键词“{0}”也出现在“{1}”（第 {2} 行）中：请选用只属于本标题的词"};
inline constexpr Phrase layout_key_foreign{
    "the key “{0}” is no part of this heading: a key is a piece of the label or of an alias",
    "关键词“{0}”不是本标题的一部分：关键词须取自 label 或 alias"};

} // namespace gouji::phrases
