// SPDX-License-Identifier: GPL-3.0-or-later
// The archive's contents as JSON inside a page whose script shows them. What the first look needs
// comes first, then the script, then the details and the pictures, which it looks into on demand.
#include "archive/page.h"

#include "archive/archive_reading.h"
#include "archive/layout_rows.h"
#include "archive/messages.h"
#include "archive/page_assets.h"
#include "archive/page_charts.h"
#include "archive/page_details.h"
#include "archive/page_messages.h"
#include "archive/page_text.h"
#include "writers/html_text.h"
#include "writers/names.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace gouji {

namespace {

/// JSON inside <script>: no document text may end the element (HTML Standard §4.12.1.3).
std::string script_safe(const std::string& json) {
  std::string out;
  out.reserve(json.size());
  for (const char c : json) {
    if (c == '<')
      out += "\\u003c";
    else
      out += c;
  }
  return out;
}

void write_phrase(JsonStream& json, std::string_view name, const Words& words) {
  json.key(name).begin_array().string(words.en).string(words.zh).end_array();
}

void write_words(JsonStream& json) {
  json.begin_object();
  for (const auto& [name, phrase] : page_words)
    json.key(name).begin_array().string(phrase.en).string(phrase.zh).end_array();
  for (const Severity severity : {Severity::error, Severity::warning, Severity::info})
    write_phrase(json, severity_name(severity), severity_words(severity));
  json.end_object();
}

/// Collects the parts of the page in one walk over the archive.
class PageData {
public:
  PageData(ArchiveReading& archive, const PageOptions& options)
      : archive_(archive), options_(options) {}

  void collect() {
    documents_.begin_array();
    findings_.begin_array();
    int index = 0;
    for (const auto& [path, id] : documents_by_path())
      add_document(index++, path, id);
    documents_.end_array();
    findings_.end_array();
    pictures_ = draw_pictures(archive_, wanted_, options_.pictures);
  }

  /// What the page shows at once.
  std::string first_look(const std::string& name) {
    JsonStream rest(JsonStream::Shape::packed);
    rest.begin_object();
    rest.key("first").number(options_.language == Language::chinese ? 1 : 0);
    rest.key("name").string(visible_text(name));
    write_words(rest.key("words"));
    rest.key("forms").begin_array();
    for (const auto& layout : archive_.layouts())
      rest.begin_array()
          .string(layout->id)
          .string(layout->title.en)
          .string(layout->title.zh)
          .end_array();
    rest.end_array();
    const auto drawn = std::count_if(pictures_.begin(), pictures_.end(),
                                     [](const std::string& picture) { return !picture.empty(); });
    rest.key("pictures").begin_array().number(drawn);
    rest.number(static_cast<long long>(pictures_.size())).end_array();
    write_failures(rest.key("failures"));
    write_year_sums(rest, archive_.database(), options_.layouts, texts_);
    messages_.write(rest.key("patterns"));
    texts_.write(rest.key("texts"));
    rest.end_object();
    std::string json = rest.take();
    json.pop_back();
    return json + ",\"documents\":" + documents_.take() + ",\"findings\":" + findings_.take() + '}';
  }
  std::string details() { return details_.take(); }
  /// As base64, by number; empty where there is none.
  const std::vector<std::string>& pictures() const { return pictures_; }

private:
  std::vector<std::pair<std::string, std::int64_t>> documents_by_path() {
    std::vector<std::pair<std::string, std::int64_t>> order;
    for (const std::int64_t id : archive_.documents()) {
      const std::vector<std::string> paths = archive_.paths(id);
      order.emplace_back(paths.empty() ? std::string() : paths.front(), id);
    }
    std::sort(order.begin(), order.end());
    return order;
  }

  /// [path, format, form or -1, agency, year, errors, warnings, infos] and, in the other list, its
  /// findings: [document, rule, severity, pattern, numbers]
  void add_document(int index, const std::string& path, std::int64_t id) {
    const Outcome outcome = archive_.document(id);
    const Report& report = outcome.report;
    std::array<int, 3> count{};
    for (const Finding& finding : outcome.findings) {
      ++count.at(static_cast<std::size_t>(finding.severity));
      const MessagePool::Split message = messages_.split(finding.message);
      findings_.begin_array().number(index).number(texts_.number(finding.rule));
      findings_.number(static_cast<int>(finding.severity)).number(message.pattern);
      findings_.string(message.numbers).end_array();
    }
    documents_.begin_array().string(visible_text(path));
    documents_.number(texts_.number(outcome.source.format)).number(form_index(report));
    documents_.number(texts_.number(report.agency)).number(report.year);
    for (const int number : count)
      documents_.number(number);
    documents_.end_array();
    details_.add(outcome, archive_.drawings(id), can_draw(outcome.source.format), wanted_);
  }

  int form_index(const Report& report) const {
    const Layouts& layouts = archive_.layouts();
    const auto at = std::find(layouts.begin(), layouts.end(), report.layout);
    return at == layouts.end() ? -1 : static_cast<int>(at - layouts.begin());
  }

  bool can_draw(const std::string& format) const {
    return std::any_of(options_.formats.begin(), options_.formats.end(),
                       [&](const Format& known) { return known.name == format && known.draw; });
  }

  void write_failures(JsonStream& json) {
    json.begin_array();
    archive_.each_failure([&](const FailedInput& failed) {
      for (const std::string& path : failed.paths)
        json.begin_array()
            .string(visible_text(path))
            .number(texts_.number(failed.failure.status))
            .number(texts_.number(failed.failure.message.en))
            .number(texts_.number(failed.failure.message.zh))
            .string(visible_text(failed.command))
            .end_array();
    });
    json.end_array();
  }

  ArchiveReading& archive_;
  const PageOptions& options_;
  TextPool texts_;
  MessagePool messages_;
  PageDetails details_;
  JsonStream documents_{JsonStream::Shape::packed}, findings_{JsonStream::Shape::packed};
  std::vector<WantedPicture> wanted_;
  std::vector<std::string> pictures_;
};

/// Up to the data. The policy lets nothing be fetched, whatever a document may have smuggled in.
std::string page_head(const std::string& title, Language language) {
  return fmt::format("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
                     "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                     "img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
                     "base-uri 'none'; form-action 'none'\">\n<meta name=\"viewport\" "
                     "content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n"
                     "<link rel=\"icon\" href=\"data:,\">\n<style>\n{}</style>\n</head>\n<body>\n"
                     "<header><div><h1>{}</h1></div></header>\n<main><noscript>{}</noscript>"
                     "</main>\n",
                     language == Language::chinese ? "zh-CN" : "en", html_escaped(title),
                     page_style, html_escaped(title),
                     html_escaped(fill(phrases::archive_page_script).in(language)));
}

Result<void> write_page(PageData& data, const std::string& name, Language language,
                        const Sink& sink) {
  const std::string title = visible_text(fill(phrases::archive_page_title, name).in(language));
  Result<void> done = sink(page_head(title, language));
  const auto write = [&](std::string_view piece) {
    if (done)
      done = sink(piece);
  };
  write("<script type=\"application/json\" id=\"data\">");
  write(script_safe(data.first_look(name)));
  write("</script>\n<script>\n");
  write(page_script);
  write("</script>\n<script type=\"text/plain\" id=\"details\">");
  write(script_safe(data.details()));
  write("</script>\n");
  for (std::size_t i = 0; i < data.pictures().size(); ++i)
    if (!data.pictures()[i].empty())
      write(fmt::format("<script type=\"text/plain\" id=\"p{}\">{}</script>\n", i,
                        data.pictures()[i]));
  write("</body>\n</html>\n");
  return done;
}

} // namespace

Result<void> write_archive_page(const std::string& path, const PageOptions& options,
                                const Sink& sink) {
  Result<ArchiveReading> archive = ArchiveReading::open(path);
  if (!archive)
    return tl::unexpected<Error>(archive.error());
  try {
    PageData data(*archive, options);
    data.collect();
    return write_page(data, path.substr(path.rfind('/') + 1), options.language, sink);
  } catch (const DatabaseError& error) {
    return tl::unexpected<Error>(Error{Code::unreadable, describe(error), path, 0, 0});
  }
}

} // namespace gouji
