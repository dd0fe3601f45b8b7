// SPDX-License-Identifier: GPL-3.0-or-later
// A walk through the body, one function an element. Elements that are not named here (sections,
// indexes, links, fields, insertions) are walked through as if they were not there.
#include "readers/odf_body.h"

#include "base/limits.h"
#include "readers/flow_text.h"
#include "readers/messages.h"
#include "readers/odf_names.h"
#include "readers/odf_walk.h"

#include <algorithm>
#include <utility>

namespace gouji::odf {

Result<void> Walk::run(Stream stream) {
  bool found = false;
  while (more(0)) {
    if (!xml_.at_start() || styles_.read(xml_))
      continue;
    const bool aside = xml_.name() == master_styles ||
                       (stream == Stream::styles && xml_.name() == automatic_styles);
    if (aside)
      xml_.skip();
    else if (stream == Stream::content && xml_.name() == office_text) {
      found = true;
      read_blocks(document_.flow, 0);
    }
  }
  if (!failure_ && xml_.error())
    failure_ = *xml_.error();
  if (!failure_ && stream == Stream::content && !found)
    failure_ = Error{Code::damaged, fill(phrases::no_body), {}, 0, 0};
  if (failure_)
    return tl::unexpected(*failure_);
  if (deletions_ > 0)
    document_.notes.push_back({fill(phrases::tracked_left_out, deletions_), {}});
  if (hidden_)
    document_.notes.push_back({fill(phrases::hidden_left_out), {}});
  return {};
}

bool Walk::pass_over() {
  const auto skip_hidden = [&](bool hidden) {
    hidden_ = hidden_ || hidden;
    if (hidden)
      xml_.skip();
    return hidden;
  };
  switch (xml_.name()) {
  case tracked_changes: // deleted text is kept aside here (§5.5.1)
  case annotation:
  case note:
  case forms:
  case ruby_text:
  case object:
  case object_ole:
  case image:
  case binary_data:
    xml_.skip();
    return true;
  case change: // the place of a deletion; an insertion has a start and an end
    ++deletions_;
    return true;
  case section:
    return skip_hidden(attribute(display) == "none");
  case hidden_text:
    return skip_hidden(attribute(is_hidden) == "true");
  default:
    return false;
  }
}

void Walk::read_blocks(std::vector<Block>& blocks, int level) {
  for (const int inside = xml_.depth(); more(inside);) {
    if (xml_.at_start() && !pass_over())
      read_block(blocks, level);
  }
}

void Walk::read_block(std::vector<Block>& blocks, int level) {
  switch (xml_.name()) {
  case p:
  case h:
    read_paragraph(blocks, level);
    break;
  case list:
    read_list(blocks, level);
    break;
  case table:
    read_table(blocks, level);
    break;
  default:
    break;
  }
}

// ---- paragraphs

void Walk::read_paragraph(std::vector<Block>& blocks, int level) {
  Paragraph paragraph;
  const bool is_heading = xml_.name() == h;
  if (is_heading)
    paragraph.heading = std::clamp(count_in(xml_, outline_level, 1), 1, list_levels);
  const bool numbered = attribute(is_list_header) != "true";
  const Properties& style = styles_.of("paragraph", attribute(text_style_name));
  paragraph.centered = style.centered.value_or(false);

  ParagraphState state;
  state.hidden = style.hidden.value_or(false);
  // What stands in a box of the paragraph is in no list of the paragraph's.
  List* const around = list_;
  read_inline(state, style, level);
  list_ = around;

  std::string text = state.line.take();
  text_bytes_ += text.size();
  if (text_bytes_ > limits::text_bytes)
    return fail_limit(fill(phrases::text_limit, limits::text_bytes));
  if (state.hidden) {
    hidden_ |= !text.empty();
    text.clear();
  } else if (numbered) {
    paragraph.numbering = label_here(is_heading, paragraph.heading, style);
  }
  paragraph.font_size = state.line.font_size(style);
  paragraph.text = std::move(text);
  if (!paragraph.text.empty() || !paragraph.numbering.empty())
    blocks.emplace_back(std::move(paragraph));
  std::move(state.boxes.begin(), state.boxes.end(), std::back_inserter(blocks));
}

std::string Walk::label_here(bool is_heading, int heading, const Properties& style) {
  if (list_) {
    if (!std::exchange(list_->label_due, false))
      return {};
    const std::string& name = !list_->style.empty() ? list_->style : style.list.value_or("");
    const ListStyle* found = styles_.list(name);
    if (!found)
      return {};
    return count_label(*found, *list_->counts, list_->depth,
                       std::exchange(list_->start, std::nullopt));
  }
  // A heading outside of lists is numbered by the outline, unless its style takes that away.
  if (is_heading && !(style.list && style.list->empty()))
    return count_label(styles_.outline(), outline_counts_, heading - 1, std::nullopt);
  return {};
}

void Walk::read_inline(ParagraphState& state, const Properties& around, int level) {
  const bool hidden = around.hidden.value_or(false);
  for (const int inside = xml_.depth(); more(inside);) {
    if (xml_.kind() == XmlKind::text) {
      if (!hidden)
        state.line.add(xml_.text(), around);
      else
        hidden_ = true;
      continue;
    }
    if (!xml_.at_start() || pass_over())
      continue;
    switch (xml_.name()) {
    case span: {
      Properties own = styles_.of("text", attribute(text_style_name));
      own.inherit(around);
      read_inline(state, own, level);
      break;
    }
    case s: // more than a line of spaces says nothing
      state.line.add_stated(
          std::string(static_cast<std::size_t>(std::min(count_in(xml_, c, 1), 200)), ' '));
      break;
    case tab:
      state.line.add_stated("\t");
      break;
    case line_break:
      state.line.add_stated("\n");
      break;
    case hidden_paragraph:
      state.hidden |= attribute(is_hidden) == "true";
      break;
    case frame:
    case group:
    case custom_shape:
    case rect:
    case line:
    case circle:
    case ellipse:
    case polygon:
    case polyline:
    case path:
    case connector:
    case caption:
    case control:
      list_ = nullptr;
      read_blocks(state.boxes, level);
      break;
    default:
      break;
    }
  }
}

// ---- lists

void Walk::read_list(std::vector<Block>& blocks, int level) {
  List here;
  here.style = attribute(text_style_name);
  ListCounts counts;
  const std::string id(attribute(xml_id));
  List* const around = list_;
  if (around) {
    if (here.style.empty())
      here.style = around->style;
    here.depth = std::min(around->depth + 1, list_levels - 1);
    here.counts = around->counts;
  } else {
    counts = list_memory_.begin(attribute(continue_list), attribute(continue_numbering) == "true",
                                here.style);
    here.counts = &counts;
  }
  list_ = &here;
  for (const int inside = xml_.depth(); more(inside);) {
    if (!xml_.at_start() || pass_over())
      continue;
    if (xml_.name() == list_item || xml_.name() == list_header) {
      here.label_due = xml_.name() == list_item;
      const int start = count_in(xml_, start_value, -1);
      here.start = start >= 0 ? std::optional(start) : std::nullopt;
    } else {
      read_block(blocks, level);
    }
  }
  list_ = around;
  if (!around)
    list_memory_.end(id, here.style, counts);
}

Result<void> read_stream(XmlReader& xml, Stream stream, Styles& styles, Document& document) {
  return Walk(xml, styles, document).run(stream);
}

} // namespace gouji::odf
