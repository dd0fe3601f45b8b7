// SPDX-License-Identifier: GPL-3.0-or-later
// A file -> last year's report, with the readers that live in the core.
#include "prior.h"

#include "pipeline/process.h"
#include "readers/docx.h"
#include "readers/html.h"
#include "readers/mhtml.h"
#include "readers/odf.h"
#include "readers/text.h"

#include <array>
#include <fstream>
#include <iterator>

namespace gouji::addin {

Result<std::shared_ptr<Report>> read_prior(const std::string& path, const Layouts& layouts) {
  if (path.empty())
    return std::shared_ptr<Report>();
  static const std::array formats{docx_format(), odt_format(), html_format(), mhtml_format(),
                                  text_format()};
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  auto outcome = process(as_bytes(bytes), path, formats, layouts);
  if (!outcome)
    return tl::unexpected<Error>(outcome.error());
  return std::make_shared<Report>(std::move(outcome->report));
}

} // namespace gouji::addin
