// SPDX-License-Identifier: GPL-3.0-or-later
// Rectangles on Draw's pages.
#include "pdf_marks.h"

#include "undo_step.h"
#include "uno_text.h"

#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/drawing/FillStyle.hpp>
#include <com/sun/star/drawing/XDrawPage.hpp>
#include <com/sun/star/drawing/XShape.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/util/XModifiable.hpp>

#include <cmath>

using namespace css;

namespace gouji::addin {
namespace {

constexpr sal_Int32 red = 0xC9211E;
constexpr sal_Int32 line_width = 50; // 1/100 mm
constexpr double per_point = 2540.0 / 72.0;

using Document = uno::Reference<drawing::XDrawPagesSupplier>;

/// While it lives: windows are painted once, nothing is put on the undo list, and the document is
/// no more modified than before.
class Quietly {
public:
  explicit Quietly(const Document& document)
      : locked_(uno::Reference<frame::XModel>(document, uno::UNO_QUERY_THROW)),
        modifiable_(document, uno::UNO_QUERY),
        modified_(modifiable_.is() && modifiable_->isModified()) {
    const uno::Reference<document::XUndoManagerSupplier> supplier(document, uno::UNO_QUERY);
    if (supplier.is())
      undo_ = supplier->getUndoManager();
    if (undo_.is())
      undo_->lock();
  }
  ~Quietly() {
    try {
      if (undo_.is())
        undo_->unlock();
      if (modifiable_.is() && !modified_)
        modifiable_->setModified(false);
    } catch (const uno::Exception&) {
      // The document went away meanwhile.
    }
  }
  Quietly(const Quietly&) = delete;
  Quietly& operator=(const Quietly&) = delete;

private:
  LockedControllers locked_;
  uno::Reference<util::XModifiable> modifiable_;
  uno::Reference<document::XUndoManager> undo_;
  bool modified_;
};

sal_Int32 length(double points) {
  return static_cast<sal_Int32>(std::lround(points * per_point));
}

uno::Reference<drawing::XShape>
make_frame(const uno::Reference<lang::XMultiServiceFactory>& factory, const Rect& box) {
  const uno::Reference<drawing::XShape> shape(
      factory->createInstance("com.sun.star.drawing.RectangleShape"), uno::UNO_QUERY_THROW);
  awt::Point corner;
  corner.X = length(box.x0);
  corner.Y = length(box.y0);
  awt::Size size;
  size.Width = length(box.x1) - corner.X;
  size.Height = length(box.y1) - corner.Y;
  shape->setPosition(corner);
  shape->setSize(size);
  return shape;
}

void describe(const uno::Reference<drawing::XShape>& shape, std::size_t number,
              const std::string& message) {
  const uno::Reference<beans::XPropertySet> properties(shape, uno::UNO_QUERY_THROW);
  const std::string title = frame_prefix + std::to_string(number);
  properties->setPropertyValue("FillStyle", uno::Any(drawing::FillStyle_NONE));
  properties->setPropertyValue("LineColor", uno::Any(red));
  properties->setPropertyValue("LineWidth", uno::Any(line_width));
  properties->setPropertyValue("Printable", uno::Any(false));
  properties->setPropertyValue("Name", uno::Any(to_uno(title + ": " + message)));
  properties->setPropertyValue("Title", uno::Any(to_uno(title)));
  properties->setPropertyValue("Description", uno::Any(to_uno(message)));
}

void remove_frames(const uno::Reference<drawing::XDrawPage>& page) {
  for (sal_Int32 i = page->getCount() - 1; i >= 0; --i) {
    const uno::Reference<drawing::XShape> shape(page->getByIndex(i), uno::UNO_QUERY);
    const uno::Reference<container::XNamed> named(shape, uno::UNO_QUERY);
    if (named.is() && named->getName().startsWith(frame_prefix))
      page->remove(shape);
  }
}

void remove_all(const Document& document) {
  const uno::Reference<drawing::XDrawPages> pages = document->getDrawPages();
  for (sal_Int32 i = 0; i < pages->getCount(); ++i)
    remove_frames(uno::Reference<drawing::XDrawPage>(pages->getByIndex(i), uno::UNO_QUERY_THROW));
}

} // namespace

Document drawing(const uno::Reference<frame::XFrame>& frame) {
  if (!frame.is() || !frame->getController().is())
    return nullptr;
  const uno::Reference<lang::XServiceInfo> model(frame->getController()->getModel(),
                                                 uno::UNO_QUERY);
  // Impress has pages too.
  if (!model.is() || !model->supportsService("com.sun.star.drawing.DrawingDocument"))
    return nullptr;
  return Document(model, uno::UNO_QUERY);
}

void draw_marks(const Document& document, const std::vector<PdfMark>& marks) {
  const Quietly quietly(document);
  remove_all(document);
  const uno::Reference<drawing::XDrawPages> pages = document->getDrawPages();
  const uno::Reference<lang::XMultiServiceFactory> factory(document, uno::UNO_QUERY_THROW);
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const PdfMark& mark = marks[i];
    if (mark.page < 1 || mark.page > pages->getCount())
      continue;
    const uno::Reference<drawing::XDrawPage> page(pages->getByIndex(mark.page - 1),
                                                  uno::UNO_QUERY_THROW);
    const auto frame = make_frame(factory, mark.box);
    page->add(frame);
    describe(frame, i + 1, mark.message);
  }
}

void remove_marks(const Document& document) {
  const Quietly quietly(document);
  remove_all(document);
}

} // namespace gouji::addin
