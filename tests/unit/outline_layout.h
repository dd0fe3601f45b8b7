// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the annual report's form that outline tests need, without its tables.
#pragma once

#include "matching/layout.h"

namespace gouji::test {

inline Layout outline_layout() {
  Layout layout;
  layout.id = "test";
  layout.report_title.text = "政府信息公开工作年度报告";
  for (const char* alias : {"政府信息公开年度报告", "政府信息公开工作报告"})
    layout.report_title.aliases.push_back({alias, ""});
  const char* titles[] = {"总体情况",
                          "主动公开政府信息情况",
                          "收到和处理政府信息公开申请情况",
                          "政府信息公开行政复议、行政诉讼情况",
                          "存在的主要问题及改进情况",
                          "其他需要报告的事项"};
  for (int i = 0; i < 6; ++i) {
    LayoutSection section;
    section.number = i + 1;
    section.title.text = titles[i];
    layout.sections.push_back(section);
  }
  layout.sections[1].title.aliases.push_back({"主动公开情况", ""});
  return layout;
}

inline Paragraph paragraph(std::string text) {
  Paragraph p;
  p.text = std::move(text);
  return p;
}

} // namespace gouji::test
