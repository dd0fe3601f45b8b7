// SPDX-License-Identifier: GPL-3.0-or-later
// What the matcher says to people: the reasons of its decisions.
#pragma once

#include "base/words.h"

namespace gouji::phrases {

inline constexpr Phrase row_and_column{"row \"{0}\"", "“{0}”一行"};
inline constexpr Phrase column_named{"column \"{0}\"", "“{0}”一列"};
inline constexpr Phrase heading_named{"heading \"{0}\"", "“{0}”标题"};
inline constexpr Phrase rows_from_to{"rows \"{0}\" to \"{1}\"", "“{0}”至“{1}”各行"};

inline constexpr Phrase captions_of{"column captions of {0}", "{0}的表头"};
inline constexpr Phrase read_by_count{"the captions of the columns are missing or illegible; the "
                                      "numbers were read from left to right",
                                      "各列的表头缺失或无法辨认，已按从左到右的顺序读取数字"};
inline constexpr Phrase no_label_of_table{"no row of this table was found in the document",
                                          "文件中没有找到这张表的任何一行"};
inline constexpr Phrase no_such_row{
    "no printed row has this label, and no unlabelled row stands in its place",
    "表中没有这一行，相应位置也没有缺标签的行"};
inline constexpr Phrase printed_twice{"the row is printed {0} times; the first one was read",
                                      "这一行印了 {0} 次，读取的是第一次"};
inline constexpr Phrase printed_twice_unequal{
    "the row is printed {0} times with different numbers; the first one was read",
    "这一行印了 {0} 次且数字不同，读取的是第一次"};
inline constexpr Phrase no_such_column{
    "no printed column has this caption, and no uncaptioned column stands in its place",
    "表头没有这一列，相应位置也没有缺表头的列"};
inline constexpr Phrase rows_short_of_column{
    "the column is not printed, and some rows have fewer numbers than there are captions; which "
    "number belongs to which column cannot be told there",
    "这一列没有印出，且有些行的数字比表头少，无法确定其中的数字属于哪一列"};
inline constexpr Phrase column_follows{
    "the column is not printed; its numbers follow from the totals of the rows",
    "这一列没有印出，其数字由各行总计推出"};
inline constexpr Phrase row_by_order{
    "the label of this row is missing or illegible; the rows around it say which one it is",
    "这一行的标签缺失或无法辨认，由上下各行的顺序认定"};
inline constexpr Phrase caption_by_order{
    "the caption of this column is missing or illegible; the columns beside it say which one it is",
    "这一列的表头缺失或无法辨认，由左右各列的顺序认定"};
inline constexpr Phrase caption_by_order_with_gap{
    "the caption of this column is missing or illegible; the columns beside it say which one it "
    "is, but a cell of the table is empty, so numbers may have moved",
    "这一列的表头缺失或无法辨认，由左右各列的顺序认定；表中有空格，数字可能移位"};
inline constexpr Phrase group_not_printed{
    "the heading is not printed; its rows were recognised by their own labels",
    "这个标题没有印出，其下各行由各自的标签认定"};
inline constexpr Phrase other_edition_row{"this row belongs to another edition of the form ({0})",
                                          "这一行属于另一版格式（{0}）"};
inline constexpr Phrase other_edition_caption{
    "this caption is worded as in another edition of the form ({0})",
    "这一列的表头是另一版格式的用语（{0}）"};
inline constexpr Phrase not_under_captions{
    "the numbers do not stand under their captions; they were read from left to right",
    "数字与表头没有对齐，已按从左到右的顺序读取"};
inline constexpr Phrase digits_cut{
    "digits run together or apart were put right by the total of the row",
    "连写或断开的数字已按本行总计还原"};
inline constexpr Phrase one_not_printed{
    "one number of the row is not printed; the total of the row says what it is",
    "本行缺一个数字，已由本行总计推出"};
inline constexpr Phrase made_of_text{
    "made of running text: its cells ran together, and the labels of the form say where rows begin",
    "由连成一片的文字还原：单元格没有分隔，各行由样式的标签认定"};
inline constexpr Phrase digits_parted{
    "the numbers ran together in the text; their count, the signs between them and the totals say "
    "where one ends and the next begins",
    "文中数字连成一片，已按数字个数、其间的符号和总计分开"};
inline constexpr Phrase digits_not_parted{
    "the numbers ran together in the text, and neither signs nor totals settle where one ends and "
    "the next begins",
    "文中数字连成一片，符号和总计都不足以确定如何分开"};
inline constexpr Phrase not_settled{
    "{0} numbers are printed for {1} columns; which is which cannot be told",
    "本行印有 {0} 个数字，而表头有 {1} 列，无法确定数字属于哪一列"};
inline constexpr Phrase rows_not_settled{"rows without labels stand here, but not as many as the "
                                         "form has; which is which cannot be told",
                                         "此处有缺标签的行，但行数与格式不符，无法确定是哪一行"};

} // namespace gouji::phrases
