// SPDX-License-Identifier: GPL-3.0-or-later
// The table of HTML's elements.
#include "readers/html_tags.h"

#include <algorithm>
#include <array>

namespace gouji {
namespace {

struct TagName {
  std::string_view name;
  HtmlTag tag;
};
// Sorted by name for the search. What is not here is inline.
constexpr std::array tags{
    TagName{"address", HtmlTag::block},    TagName{"article", HtmlTag::container},
    TagName{"aside", HtmlTag::container},  TagName{"blockquote", HtmlTag::container},
    TagName{"body", HtmlTag::container},   TagName{"br", HtmlTag::line_break},
    TagName{"button", HtmlTag::skipped},   TagName{"caption", HtmlTag::caption},
    TagName{"center", HtmlTag::container}, TagName{"dd", HtmlTag::block},
    TagName{"del", HtmlTag::skipped},      TagName{"details", HtmlTag::block},
    TagName{"dir", HtmlTag::list},         TagName{"div", HtmlTag::container},
    TagName{"dl", HtmlTag::container},     TagName{"dt", HtmlTag::block},
    TagName{"embed", HtmlTag::skipped},    TagName{"fieldset", HtmlTag::container},
    TagName{"figure", HtmlTag::block},     TagName{"footer", HtmlTag::container},
    TagName{"form", HtmlTag::container},   TagName{"h1", HtmlTag::block},
    TagName{"h2", HtmlTag::block},         TagName{"h3", HtmlTag::block},
    TagName{"h4", HtmlTag::block},         TagName{"h5", HtmlTag::block},
    TagName{"h6", HtmlTag::block},         TagName{"header", HtmlTag::container},
    TagName{"hr", HtmlTag::block},         TagName{"html", HtmlTag::block},
    TagName{"iframe", HtmlTag::skipped},   TagName{"img", HtmlTag::picture},
    TagName{"legend", HtmlTag::block},     TagName{"li", HtmlTag::list_item},
    TagName{"main", HtmlTag::container},   TagName{"menu", HtmlTag::list},
    TagName{"meta", HtmlTag::meta},        TagName{"nav", HtmlTag::container},
    TagName{"noframes", HtmlTag::skipped}, TagName{"noscript", HtmlTag::skipped},
    TagName{"object", HtmlTag::skipped},   TagName{"ol", HtmlTag::list},
    TagName{"p", HtmlTag::block},          TagName{"pre", HtmlTag::block},
    TagName{"script", HtmlTag::skipped},   TagName{"section", HtmlTag::container},
    TagName{"select", HtmlTag::skipped},   TagName{"style", HtmlTag::skipped},
    TagName{"svg", HtmlTag::skipped},      TagName{"table", HtmlTag::table},
    TagName{"tbody", HtmlTag::group},      TagName{"td", HtmlTag::cell},
    TagName{"template", HtmlTag::skipped}, TagName{"textarea", HtmlTag::skipped},
    TagName{"tfoot", HtmlTag::group},      TagName{"th", HtmlTag::cell},
    TagName{"thead", HtmlTag::group},      TagName{"title", HtmlTag::title},
    TagName{"tr", HtmlTag::row},           TagName{"ul", HtmlTag::list},
    TagName{"xml", HtmlTag::skipped},
};
static_assert(std::ranges::is_sorted(tags, {}, &TagName::name));

} // namespace

HtmlTag html_tag(std::string_view name) {
  const auto* found = std::ranges::lower_bound(tags, name, {}, &TagName::name);
  return found != tags.end() && found->name == name ? found->tag : HtmlTag::inline_text;
}

} // namespace gouji
