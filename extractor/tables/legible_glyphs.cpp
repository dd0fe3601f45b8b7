// SPDX-License-Identifier: GPL-3.0-or-later
// Glyphs that have a shape and a place, found by where they are to leave out copies.
#include "tables/legible_glyphs.h"

#include "text/characters.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace gouji {

namespace {

/// Has it a shape and a place? Damaged files place characters nowhere.
bool is_legible(const Glyph& g) {
  return !is_space(g.character) && std::isfinite(g.box.x0) && std::isfinite(g.box.x1) &&
         std::isfinite(g.box.y0) && std::isfinite(g.box.y1) && std::isfinite(g.baseline) &&
         std::isfinite(g.font_size) && g.font_size > 0;
}

/// The same for characters that look the same: one mark may be drawn as both kinds of hyphen.
char32_t shape_of(char32_t c) {
  constexpr char32_t hyphen = 0x2010;
  return c == hyphen ? U'-' : c;
}

/// Finds glyphs by where they are: a hash table of squares of a coarse raster. Where
/// `by_character`, only glyphs of the same character are found, which most squares do not hold.
class GlyphRaster {
public:
  GlyphRaster(std::size_t most, bool by_character) : by_character_(by_character) {
    std::size_t size = 64;
    while (size < 2 * most)
      size *= 2;
    last_.resize(size, none);
    entries_.reserve(most);
  }

  void add(const Glyph& g) {
    std::uint32_t& last = last_[slot(square(g.box.center_x()), square(g.box.center_y()), g)];
    entries_.push_back({&g, last});
    last = static_cast<std::uint32_t>(entries_.size() - 1);
  }

  /// Does a glyph whose middle lies within `reach` of that of `g`, each way, satisfy `same`? Some
  /// farther ones are asked, too.
  template <class Same> bool any_near(const Glyph& g, double reach, const Same& same) const {
    const double x = g.box.center_x(), y = g.box.center_y();
    const std::int64_t x1 = square(x + reach), y1 = square(y + reach);
    for (std::int64_t i = square(x - reach); i <= x1; ++i)
      for (std::int64_t k = square(y - reach); k <= y1; ++k)
        for (std::uint32_t e = last_[slot(i, k, g)]; e != none; e = entries_[e].before)
          if (same(*entries_[e].glyph))
            return true;
    return false;
  }

private:
  static constexpr double side = 4; // points: about a character
  static constexpr std::uint32_t none = UINT32_MAX;

  struct Entry {
    const Glyph* glyph;
    std::uint32_t before; ///< in the same slot
  };

  static std::int64_t square(double v) {
    return static_cast<std::int64_t>(std::floor(std::clamp(v / side, -1e9, 1e9)));
  }

  std::size_t slot(std::int64_t x, std::int64_t y, const Glyph& g) const {
    std::uint64_t hash = static_cast<std::uint64_t>(x) * 0x9E3779B97F4A7C15u;
    hash = (hash ^ static_cast<std::uint64_t>(y)) * 0xC2B2AE3D27D4EB4Fu;
    if (by_character_)
      hash = (hash ^ shape_of(g.character)) * 0x9E3779B97F4A7C15u;
    return static_cast<std::size_t>(hash >> 20) & (last_.size() - 1);
  }

  bool by_character_;
  std::vector<std::uint32_t> last_;
  std::vector<Entry> entries_;
};

} // namespace

std::vector<Glyph> legible_glyphs(const Page& page) {
  constexpr double most_reach = 4; // points
  std::vector<Glyph> kept;
  kept.reserve(page.glyphs.size());
  GlyphRaster seen(page.glyphs.size(), true);
  bool any_invisible = false;
  for (const Glyph& g : page.glyphs) {
    any_invisible = any_invisible || g.invisible;
    if (g.invisible || !is_legible(g))
      continue;
    // A copy drawn a hair's breadth off makes letters look bold or shadowed.
    const double hair = 0.12 * g.font_size;
    if (seen.any_near(g, std::min(most_reach, 1.5 * hair), [&](const Glyph& o) {
          return shape_of(o.character) == shape_of(g.character) &&
                 std::abs(o.box.x0 - g.box.x0) < hair && std::abs(o.box.y0 - g.box.y0) < hair;
        }))
      continue;
    kept.push_back(g);
    seen.add(g);
  }
  if (!any_invisible)
    return kept;
  const std::size_t visible = kept.size();
  GlyphRaster printed(visible, false);
  for (const Glyph& g : kept)
    printed.add(g);
  for (const Glyph& g : page.glyphs)
    if (g.invisible && is_legible(g) && !printed.any_near(g, most_reach, [&](const Glyph& o) {
          return !intersection(o.box, g.box).empty();
        }))
      kept.push_back(g);
  return kept;
}

} // namespace gouji
