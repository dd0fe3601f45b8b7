// SPDX-License-Identifier: GPL-3.0-or-later
// Web pages become the paragraphs and grids that a browser would show.
#include "base/limits.h"
#include "readers/html.h"
#include "unit/readers/drawn.h"

#include <catch2/catch.hpp>

#include <string>
#include <variant>

using namespace gouji;

namespace {

Document read(const std::string& page) {
  const auto document = html_format().read(as_bytes(page));
  INFO(page);
  REQUIRE(document);
  REQUIRE(grid_faults(*document).empty());
  return *document;
}

std::string drawn(const std::string& page) {
  return gouji::drawn(read(page));
}

const std::string sentence =
    "这是一句足够长的话，用来让网页里的正文看上去像是正文而不像是菜单或者按钮。";

} // namespace

TEST_CASE("a page is told by its first tags") {
  const auto sniff = [](std::string_view text) { return html_format().sniff(as_bytes(text)); };
  CHECK(sniff("<!DOCTYPE html><p>x") > 90);
  CHECK(sniff("\xEF\xBB\xBF \n<HTML>") > 90);
  CHECK(sniff(std::string_view("<\0h\0t\0m\0l\0>\0", 12)) > 90);
  CHECK(sniff("<?xml version='1.0'?><html xmlns='x'>") > 80);
  CHECK(sniff("<p>片段</p>") > 0);
  CHECK(sniff("<?xml version='1.0'?><office:document/>") == 0);
  CHECK(sniff("年度报告 <html>") == 0);
  CHECK(sniff("来源：某网\n<table><tr><td>1</td></tr></table>") > 0);
  CHECK(sniff("%PDF-1.4") == 0);
  CHECK(sniff("") == 0);
}

TEST_CASE("white space collapses as a browser shows it") {
  CHECK(drawn("<p> a \n b&nbsp;</p><p>行政\n许可 12\n件</p><p>　　一、总体</p>") ==
        "a b\n行政许可 12 件\n一、总体");
  CHECK(drawn("<p>a<br>b <br/> c<br></p>") == "a\nb\nc");
  CHECK(drawn("<pre>a\n b</pre>") == "a\n b");
  CHECK(drawn("<p>a<b>b</b><i> c</i></p>") == "ab c");
}

TEST_CASE("what is not shown is not read") {
  CHECK(drawn("<p>a<span style='DISPLAY : none'>x</span><span style=\"mso-hide:all\">x</span>"
              "<script>x</script><!-- x --><del>x</del><b hidden>x</b>b</p>"
              "<style>x</style><div style='display:none'><p>x<table><tr><td>1</table></div>") ==
        "ab");
}

TEST_CASE("raised digits never join the number before them") {
  CHECK(drawn("<p>22<sup>16</sup>H<sub>2</sub>O</p>") == "22¹⁶H₂O");
  CHECK(drawn("<p>22<span style='vertical-align:super'>3</span></p>") == "22³");
}

TEST_CASE("spans are applied as browsers do") {
  CHECK(drawn("<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>1<td>2</table>") ==
        "[a{2x1}|b{1x2}/1|2]");
  // To the end of the row group, not further.
  CHECK(drawn("<table><tbody><tr><td rowspan=9>a<td>1<tr><td>2</tbody>"
              "<tbody><tr><td>b<td>3</tbody></table>") == "[a{2x1}|1/2/b|3]");
  CHECK(drawn("<table><tr><td rowspan=0>a<td>1<tr><td>2<tr><td>3</table>") == "[a{3x1}|1/2/3]");
  // Broken ones count as 1 or are cut.
  CHECK(drawn("<table><tr><td colspan=x>a<td colspan=-2>1<tr><td colspan=0>b<td "
              "rowspan=99>2</table>") == "[a|1/b|2]");
  CHECK(drawn("<table><tr><td>a<td>1<td>5<tr><td>b<td>2</table>") == "[a|1|5/b|2|]");
}

TEST_CASE("cells end where the next begins, whatever is open inside") {
  CHECK(drawn("<TABLE><TR><TD><FONT size=2>甲<TD><FONT>1\n<TR><TD><B>乙<TD><P>2</TABLE><P>后") ==
        "[甲|1/乙|2]\n后");
  CHECK(drawn("<table><td>甲<td>1</tr><td>乙<td>2") == "[甲|1/乙|2]");
}

TEST_CASE("text between cells stands in front of the table") {
  CHECK(drawn("<table>前<tr>中<td>甲<td>1<tr><td>乙<td>2</table>") == "前\n中\n[甲|1/乙|2]");
}

TEST_CASE("paragraphs and breaks in a cell become its lines") {
  CHECK(drawn("<table><tr><td><p>商业</p><p>企业</p><td>1<br>2<tr><td>&nbsp;<td>3</table>") ==
        "[商业^企业|1^2/|3]");
}

TEST_CASE("tables that only arrange the page are dissolved") {
  CHECK(drawn("<table><tr><td><table><tr><td>甲<td>1<tr><td>乙<td>2</table></table>") ==
        "[甲|1/乙|2]");
  CHECK(drawn("<table><tr><td>栏目<td><p>前</p><table><tr><td>甲<td>1<tr><td>乙<td>2</table>"
              "</table>") == "前\n[甲|1/乙|2]");
  CHECK(drawn("<table><tr><td>一个格子</table>") == "一个格子");
  CHECK(drawn("<table role=presentation><tr><td>甲<td>1<td>2</table>") == "甲\n1\n2");
}

TEST_CASE("a table inside a cell of a data table follows it") {
  CHECK(drawn("<table><tr><td>甲<td>1<tr><td>乙<td>2<tr><td>注<td>"
              "<table><tr><td>丙<td>3<tr><td>丁<td>4</table></table>") ==
        "[甲|1/乙|2/注|]\n>[丙|3/丁|4]");
  // A frame of one cell around a number is no table.
  CHECK(
      drawn(
          "<table><tr><td>甲<td><table><tr><td>1</table><tr><td>乙<td>2<tr><td>丙<td>3</table>") ==
      "[甲|1/乙|2/丙|3]");
}

TEST_CASE("Word's list markers, conditions and width rows are not text") {
  const Document page = read(
      "<p style='mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US>"
      "<span style='mso-list:Ignore'>一、<span>&nbsp; </span></span></span><![endif]>总体情况</p>"
      "<!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]-->"
      "<p style='mso-outline-level:2'>甲<o:p></o:p></p>"
      "<table><tr><td>甲<td>1<tr><td>乙<td>2<![if !supportMisalignedColumns]>"
      "<tr height=0><td width=1></td><td width=2></td></tr><![endif]></table>");
  CHECK(gouji::drawn(page) == "一、总体情况\n甲\n[甲|1/乙|2]");
  CHECK(std::get<Paragraph>(page.flow[0]).numbering == "一、");
  CHECK(std::get<Paragraph>(page.flow[1]).heading == 2);
}

TEST_CASE("a list marker that breaks off in a paragraph stays text") {
  CHECK(drawn("<p><span style='mso-list:Ignore'>一、<p>政</p>府</span>信息</p>").ends_with("信息"));
}

TEST_CASE("ordered lists are numbered") {
  CHECK(drawn("<ol start=3><li>甲<li value=7>乙</ol><ol type=a><li>丙</ol><ul><li>丁</ul>") ==
        "3.甲\n7.乙\na.丙\n丁");
  CHECK(drawn("<ol style='list-style-type:cjk-ideographic'><li>甲<li>乙</ol>") == "一、甲\n二、乙");
  CHECK(drawn("<ol style='list-style-type:none'><li>甲</ol>") == "甲");
}

TEST_CASE("paragraphs know their heading, place, size and line") {
  const Document page = read("<h1 align=center>题</h1>\n<p style='font-size:16px'>文</p>");
  const auto& title = std::get<Paragraph>(page.flow.at(0));
  CHECK(title.heading == 1);
  CHECK(title.centered);
  const auto& text = std::get<Paragraph>(page.flow.at(1));
  CHECK(text.font_size == Approx(12));
  CHECK(text.origin.line == 2);
  CHECK_FALSE(text.centered);
}

TEST_CASE("the encoding is told by the bytes, not by what the page says") {
  const std::string gbk = "<html><meta charset=utf-8><p>\xD5\xFE\xB8\xAE\xD0\xC5\xCF\xA2</p>";
  CHECK(drawn(gbk) == "政府信息");
  const std::string body =
      "<p>\xAC\x46\xA9\xB2\xB8\xEA\xB0\x54\xA4\xBD\xB6\x7D\xA4\x75\xA7\x40</p>"; // 政府資訊公開工作
  std::string long_body, long_text;
  for (int i = 0; i < 8; ++i) {
    long_body += body;
    long_text += i > 0 ? "\n政府資訊公開工作" : "政府資訊公開工作";
  }
  for (const char* declared :
       {"", "<meta charset=utf-8>", "<meta charset=gb2312>", "<meta charset=big5>"}) {
    INFO(declared);
    CHECK(drawn("<html>" + std::string(declared) + long_body) == long_text);
  }
  const std::string big5 = "<html><meta charset=big5><p>\xAC\x46\xA9\xB2\xB8\xEA\xB0\x54</p>";
  CHECK(drawn(big5) == "政府資訊");
  CHECK(drawn("<html><meta charset=gb2312><p>政府信息</p>") == "政府信息");
  CHECK(drawn(std::string("\xFF\xFE<\0p\0>\0\x3F\x65\x9C\x5E", 12)) == "政府");
  // Two broken bytes do not make it another encoding.
  std::string damaged = "<p>";
  for (int i = 0; i < 30; ++i)
    damaged += "政府";
  CHECK(drawn(damaged + "\xE6\x94</p>").starts_with("政府政府"));
}

TEST_CASE("the article is found among menus, bars and footers") {
  const std::string page =
      "<title>某县2023年年度报告_某县政府</title><body><div class=x><ul><li><a href=/>首页</a>"
      "<li><a href=/b>公开</a></ul><table><tr><td>索引号：<td>0020/2024-1</table></div>"
      "<div><h2>某县2023年年度报告</h2><div>发布：2024-01-20</div><div "
      "id=q><p>一、总体情况</p><p>" +
      sentence +
      "</p><table><tr><td>甲<td>1<tr><td>乙<td>2</table><p>六、其他</p><p>无</p></div></div>"
      "<div><p>上一篇：没有了</p><p>主办：办公室　备案号：ICP备1号</p></div></body>";
  CHECK(drawn(page) ==
        "某县2023年年度报告\n一、总体情况\n" + sentence + "\n[甲|1/乙|2]\n六、其他\n无");
}

TEST_CASE("no table with numbers and no numbered heading is left out as navigation") {
  const std::string page =
      "<body><div><p>" + sentence + sentence + sentence +
      "</p></div><div><p>二、表</p><table><tr><td>甲<td>1<tr><td>乙<td>2</table>"
      "</div><div><p>六、其他</p></div><nav><p>三、栏目</p></nav></body>";
  const std::string text = drawn(page);
  CHECK(text.find("[甲|1/乙|2]") != std::string::npos);
  CHECK(text.find("六、其他") != std::string::npos);
  CHECK(text.find("栏目") == std::string::npos);
}

TEST_CASE("a page without text is an error that says why") {
  const auto pictures = html_format().read(as_bytes("<html><body><img src=a.jpg></body>"));
  REQUIRE_FALSE(pictures);
  CHECK(pictures.error().code == Code::no_text);
  const auto nothing = html_format().read(as_bytes("<html><body><script>1</script></body>"));
  REQUIRE_FALSE(nothing);
  CHECK(nothing.error().code == Code::empty);
  CHECK_FALSE(html_format().read(as_bytes("")));
}

TEST_CASE("what is too large or too broken is refused, not cut") {
  std::string wide = "<table>";
  for (int row = 0; row < 5000; ++row)
    wide += "<tr><td colspan=1000>1<td>2";
  const auto table = html_format().read(as_bytes(wide));
  REQUIRE_FALSE(table);
  CHECK(table.error().code == Code::limit);

  std::string deep;
  for (int i = 0; i <= limits::table_depth; ++i)
    deep += "<table><tr><td>";
  const auto nested = html_format().read(as_bytes(deep + "x"));
  REQUIRE_FALSE(nested);
  CHECK(nested.error().code == Code::limit);

  std::string bold;
  for (int i = 0; i < 50'000; ++i)
    bold += "<b>";
  for (int i = 0; i < 50'000; ++i)
    bold += "</i>";
  const auto repairs = html_format().read(as_bytes(bold));
  REQUIRE_FALSE(repairs);
  CHECK(repairs.error().code == Code::limit);
}
