// SPDX-License-Identifier: GPL-3.0-or-later
// What the recovery of tables says to people about its reasons.
#pragma once

#include "base/words.h"

namespace gouji::phrases {

// How a table was read
inline constexpr Phrase drawn_reading{"{0} rows and {1} columns parted by drawn lines",
                                      "按画出的线分为 {0} 行 {1} 列"};
inline constexpr Phrase continued_reading{
    "{0} rows and {1} columns: drawn lines, continued where the text shows more",
    "{0} 行 {1} 列：按画出的线，并依文字补上未画出的分隔"};
inline constexpr Phrase shaded_reading{"{0} rows and {1} columns parted by their backgrounds",
                                       "按底色分为 {0} 行 {1} 列"};
inline constexpr Phrase open_reading{"{0} rows and {1} columns parted by white space",
                                     "按空白分为 {0} 行 {1} 列"};

// What was added to what is drawn
inline constexpr Phrase left_side_closed{"open left side closed", "左边没有画线，已补上"};
inline constexpr Phrase right_side_closed{"open right side closed", "右边没有画线，已补上"};
inline constexpr Phrase top_closed{"open top closed", "上边没有画线，已补上"};
inline constexpr Phrase bottom_closed{"open bottom closed", "下边没有画线，已补上"};
inline constexpr Phrase columns_continued{
    "columns drawn only in part continued: text falls into them",
    "只画了一部分的列线已延长：文字分别落在各列中"};
inline constexpr Phrase rows_parted{"rows without lines parted by numbers or gaps",
                                    "没有画线的行按数字或间隔分开"};
inline constexpr Phrase captions_out{"caption or notes inside the frame left out",
                                     "框内的标题或附注不计入表格"};
inline constexpr Phrase white_columns{
    "{0} columns by white space; {1}% of their text lines up, {2}% are numbers, {3}% long text; "
    "{4} rules across",
    "按空白分出 {0} 列；列内文字对齐 {1}%，数字 {2}%，长文字 {3}%；横线 {4} 条"};
inline constexpr Phrase row_joined{"row cut by a page break joined", "被换页截断的行已接上"};
inline constexpr Phrase pages_joined{"joined over a page break", "跨页表格已接上"};
inline constexpr Phrase columns_joined{"joined over the end of a column of text", "跨栏表格已接上"};
inline constexpr Phrase headers_dropped{"repeated header rows dropped",
                                        "换页或换栏后重复的表头已略去"};

// What speaks against a reading; {0} is a percentage
inline constexpr Phrase doubt_cut{"{0}% of neighbouring cells share a word that the edge cuts",
                                  "{0}% 的相邻单元格之间有字词被分隔线切开"};
inline constexpr Phrase doubt_gapped{"{0}% of cells have gaps as wide as between columns",
                                     "{0}% 的单元格内有列间那样宽的空白"};
inline constexpr Phrase doubt_stacked{"{0}% of rows hold numbers one under the other in a cell",
                                      "{0}% 的行中一个单元格内上下排有多个数字"};
inline constexpr Phrase doubt_lone{"{0}% of rows have text in one cell only, not the first",
                                   "{0}% 的行只有一个（且非首列）单元格有文字"};
inline constexpr Phrase doubt_wrapped{"{0}% of rows begin in small letters",
                                      "{0}% 的行以小写字母开头"};
inline constexpr Phrase doubt_mixed{"{0}% of body cells are unlike the rest of their column",
                                    "{0}% 的数据单元格与同列其他单元格类型不同"};
inline constexpr Phrase doubt_spread{"{0}% of body cells reach over several columns",
                                     "{0}% 的数据单元格横跨多列"};
inline constexpr Phrase doubt_bare{"{0}% of places are blank", "{0}% 的位置为空"};
inline constexpr Phrase doubt_crossed{"text stands across the columns, {0} for 100 of them",
                                      "有文字横压在列界上，每百列 {0} 处"};
inline constexpr Phrase doubt_narrow{"the narrowest white strip lacks {0}% of a letter's height",
                                     "最窄的空白比一个字高窄 {0}%"};
inline constexpr Phrase doubt_weak{"alignment, numbers and rules lack {0}% of what tables have",
                                   "对齐、数字和横线的证据比通常的表格少 {0}%"};
inline constexpr Phrase doubt_short{"few rows ({0}% of four are missing)",
                                    "行数少（不足四行，缺 {0}%）"};

// Why a reading lost
inline constexpr Phrase lost_frame{"a frame around text, or empty: too few cells hold text",
                                   "文字外框或空框：有文字的单元格太少"};
inline constexpr Phrase lost_chart{"a chart: a scale or bars", "图表：有刻度或柱形"};
inline constexpr Phrase lost_ragged{"backgrounds too ragged for a table", "底色分布零乱，不成表格"};
inline constexpr Phrase lost_prose{"too little speaks for a table here", "不足以认定为表格"};

// Why cells are parted
inline constexpr Phrase line_drawn{"line drawn along {0}% of it, {1} pt thick",
                                   "画有线，占 {0}%，粗 {1} 点"};
inline constexpr Phrase background_ends{"backgrounds end along {0}% of it",
                                        "底色在此分界，占 {0}%"};
inline constexpr Phrase white_between_columns{
    "white strip of {0} pt, text on both sides in {1} rows, {2}% of the texts right of it line up",
    "空白宽 {0} 点，{1} 行两侧都有文字，右侧文字 {2}% 对齐"};
inline constexpr Phrase white_between_rows{"{0} pt of white, text above and below in {1} columns",
                                           "空白高 {0} 点，{1} 列上下都有文字"};
inline constexpr Phrase text_ends{"no line: the table's text ends here",
                                  "没有画线：表格文字到此为止"};
inline constexpr Phrase nothing_to_part{"no line, and text on one side only",
                                        "没有画线，且只有一侧有文字"};
inline constexpr Phrase with_cuts{"{0}; {1} letters stand across it", "{0}；有 {1} 个字横跨其上"};
inline constexpr Phrase line_not_taken{
    "a line of {0} pt that parts no cells: underline, or drawing inside a cell",
    "一条 {0} 点长的线，没有分隔单元格：下划线或单元格内的图形"};

inline constexpr Phrase told_table{"told to be a table", "由用户指定为表格"};

} // namespace gouji::phrases
