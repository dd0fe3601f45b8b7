// SPDX-License-Identifier: GPL-3.0-or-later
// The article of a web page among its navigation, information bars and footers.
#pragma once

#include "readers/html_page.h"

#include <vector>

namespace gouji {

/// For every item of the page: does it belong to the article? Items inside a data table follow
/// their table.
///
/// The article is the deepest container that still holds every data table with numbers, every
/// numbered heading and nearly all sentences of the page; of it, lists of links are left out. What
/// stands in front of the container and repeats the page's title, or is marked up as a heading, is
/// its title. No names of sites, classes or ids are looked at. Cost: linear in the items.
std::vector<bool> find_article(const HtmlPage& page);

} // namespace gouji
