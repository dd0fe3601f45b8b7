// SPDX-License-Identifier: GPL-3.0-or-later
// Findings shown on a PDF that is open in Draw: a red frame around each offending cell.
#pragma once

#include "base/geometry.h"

#include <com/sun/star/drawing/XDrawPagesSupplier.hpp>
#include <com/sun/star/frame/XFrame.hpp>

#include <string>
#include <vector>

namespace gouji::addin {

/// How the names of our frames begin: that is how they are found again.
inline constexpr char frame_prefix[] = "gouji ";

/// A finding where it stands: `page` from 1, `box` in points from the page's top left corner, as
/// gouji's JSON has them.
struct PdfMark {
  std::string message;
  int page = 0;
  Rect box;
};

/// The Draw document in this frame, or null.
css::uno::Reference<css::drawing::XDrawPagesSupplier>
drawing(const css::uno::Reference<css::frame::XFrame>& frame);

/// Replaces all earlier frames. Each is named "gouji N: message", so that the Navigator lists them;
/// it is not printed, leaves no undo step (Draw does not undo what comes over its API) and is no
/// modification. A mark whose page is not there is left out.
void draw_marks(const css::uno::Reference<css::drawing::XDrawPagesSupplier>& document,
                const std::vector<PdfMark>& marks);

/// Takes all frames away; that is no modification either.
void remove_marks(const css::uno::Reference<css::drawing::XDrawPagesSupplier>& document);

} // namespace gouji::addin
