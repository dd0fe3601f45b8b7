// SPDX-License-Identifier: GPL-3.0-or-later
// One description of each type serves both directions: `fields` names the members in order, a
// Packer writes them, an Unpacker reads them.
#include "archive/wire.h"

#include "base/limits.h"

#include <algorithm>
#include <bit>
#include <concepts>
#include <cstring>

namespace gouji {

namespace {

static_assert(std::endian::native == std::endian::little);

template <class T, class U>
concept Like = std::same_as<std::remove_cvref_t<T>, U>;

template <class T>
concept Scalar = std::is_arithmetic_v<T> || std::is_enum_v<T>;

// Declared before use: the containers below call them for their elements.
template <class Wire> void fields(Wire& wire, Like<Rect> auto& rect) {
  wire.all(rect.x0, rect.y0, rect.x1, rect.y1);
}
template <class Wire> void fields(Wire& wire, Like<Words> auto& words) {
  wire.all(words.en, words.zh);
}
template <class Wire> void fields(Wire& wire, Like<Origin> auto& origin) {
  wire.all(origin.page, origin.box, origin.anchor, origin.line);
}
template <class Wire> void fields(Wire& wire, Like<Place> auto& place) {
  wire.all(place.table, place.row, place.column, place.origin);
}
template <class Wire> void fields(Wire& wire, Like<Note> auto& note) {
  wire.all(note.message, note.origin);
}
template <class Wire> void fields(Wire& wire, Like<Source> auto& source) {
  wire.all(source.name, source.format, source.sha256, source.pages);
}
template <class Wire> void fields(Wire& wire, Like<Section> auto& section) {
  wire.all(section.number, section.title, section.printed_title, section.text, section.origin);
}
template <class Wire> void fields(Wire& wire, Like<Value> auto& value) {
  wire.all(value.state, value.number, value.raw, value.place);
}
template <class Wire> void fields(Wire& wire, Like<Finding> auto& finding) {
  wire.all(finding.rule, finding.severity, finding.message, finding.fields, finding.expected,
           finding.actual, finding.places, finding.quote);
}
template <class Wire> void fields(Wire& wire, Like<Cell> auto& cell) {
  wire.all(cell.row, cell.column, cell.row_span, cell.column_span, cell.text, cell.origin);
}
template <class Wire> void fields(Wire& wire, Like<Table> auto& table) {
  wire.all(table.caption, table.rows, table.columns, table.cells, table.origin, table.depth);
}
template <class Wire> void fields(Wire& wire, Like<PackedTable> auto& packed) {
  wire.all(packed.number, packed.bytes);
}
template <class Wire> void fields(Wire& wire, Like<Failure> auto& failure) {
  wire.all(failure.status, failure.message, failure.attempts);
}
/// All of a record but its layout.
template <class Wire> void fields(Wire& wire, Like<Record> auto& record) {
  auto& report = record.outcome.report;
  wire.all(record.bytes, record.microseconds, record.outcome.source, report.agency, report.year,
           report.title, report.title_origin, report.sections, report.values, report.match.score,
           record.outcome.findings, record.outcome.notes, record.tables);
}

class Packer {
public:
  template <class... T> void all(const T&... parts) { (one(parts), ...); }
  std::string take() { return std::move(out_); }

private:
  template <Scalar T> void one(const T& value) {
    out_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void one(const Decimal& value) { one(value.millionths()); }
  void one(const std::string& text) {
    one(static_cast<std::uint32_t>(text.size()));
    out_ += text;
  }
  template <class T> void one(const std::vector<T>& list) {
    one(static_cast<std::uint32_t>(list.size()));
    for (const T& item : list)
      one(item);
  }
  template <class T> void one(const std::optional<T>& item) {
    one(item.has_value());
    if (item)
      one(*item);
  }
  template <class T>
  requires std::is_class_v<T>
  void one(const T& item) { fields(*this, item); }

  std::string out_;
};

class Unpacker {
public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

  template <class... T> void all(T&... parts) { (one(parts), ...); }
  /// Was everything there, and nothing more?
  bool complete() const { return sound_ && rest_.empty(); }

private:
  template <Scalar T> void one(T& value) {
    if (rest_.size() < sizeof value) {
      sound_ = false;
      rest_ = {};
      return;
    }
    std::memcpy(&value, rest_.data(), sizeof value);
    rest_.remove_prefix(sizeof value);
  }
  void one(bool& value) {
    std::uint8_t byte = 0;
    one(byte);
    value = byte != 0;
  }
  void one(Decimal& value) {
    std::int64_t millionths = 0;
    one(millionths);
    value = Decimal::from_millionths(millionths);
  }
  /// Every element takes at least a byte, so a longer list than bytes is none.
  std::size_t length() {
    std::uint32_t size = 0;
    one(size);
    if (size <= rest_.size())
      return size;
    sound_ = false;
    rest_ = {};
    return 0;
  }
  void one(std::string& text) {
    text = rest_.substr(0, length());
    rest_.remove_prefix(text.size());
  }
  template <class T> void one(std::vector<T>& list) {
    list.clear();
    for (std::size_t left = length(); left > 0 && sound_; --left)
      one(list.emplace_back());
  }
  template <class T> void one(std::optional<T>& item) {
    bool there = false;
    one(there);
    item.reset();
    if (there)
      one(item.emplace());
  }
  template <class T>
  requires std::is_class_v<T>
  void one(T& item) { fields(*this, item); }

  std::string_view rest_;
  bool sound_ = true;
};

template <class T> std::string pack(const T& item) {
  Packer packer;
  packer.all(item);
  return packer.take();
}

template <class T> std::optional<T> unpack(std::string_view bytes) {
  std::optional<T> item(std::in_place);
  Unpacker unpacker(bytes);
  unpacker.all(*item);
  return unpacker.complete() ? std::move(item) : std::nullopt;
}

/// Is it a grid, of a size that a reader may give it?
bool sound_table(const Table& table) {
  constexpr std::int64_t most = limits::document_cells;
  return table.rows >= 0 && table.columns >= 0 &&
         std::int64_t{table.rows} * std::int64_t{table.columns} <= most &&
         grid_fault(table).empty();
}

/// Do the indices of a report fit its layout, and the enumerators their types?
bool consistent(const Record& record) {
  const Report& report = record.outcome.report;
  const std::size_t count = report.layout ? report.layout->fields.size() : 0;
  if (report.values.size() != count)
    return false;
  const auto good_value = [](const Value& value) { return value.state <= State::settled; };
  const auto good_finding = [&](const Finding& finding) {
    return finding.severity <= Severity::info &&
           std::all_of(finding.fields.begin(), finding.fields.end(), [&](int field) {
             return field >= 0 && static_cast<std::size_t>(field) < count;
           });
  };
  return std::all_of(report.values.begin(), report.values.end(), good_value) &&
         std::all_of(record.outcome.findings.begin(), record.outcome.findings.end(), good_finding);
}

} // namespace

std::string pack_record(const Record& record) {
  const auto& layout = record.outcome.report.layout;
  Packer packer;
  packer.all(layout ? layout->id : std::string());
  packer.all(record);
  return packer.take();
}

std::optional<Record> unpack_record(std::string_view bytes, const Layouts& layouts) {
  std::optional<Record> record(std::in_place);
  std::string id;
  Unpacker unpacker(bytes);
  unpacker.all(id);
  unpacker.all(*record);
  if (!unpacker.complete())
    return std::nullopt;
  if (!id.empty()) {
    const auto found = std::find_if(layouts.begin(), layouts.end(),
                                    [&](const auto& layout) { return layout->id == id; });
    if (found == layouts.end())
      return std::nullopt;
    record->outcome.report.layout = *found;
  }
  return consistent(*record) ? std::move(record) : std::nullopt;
}

std::string pack_failure(const Failure& failure) {
  return pack(failure);
}
std::optional<Failure> unpack_failure(std::string_view bytes) {
  return unpack<Failure>(bytes);
}

std::string pack_table(const Table& table) {
  return pack(table);
}
std::optional<Table> unpack_table(std::string_view bytes) {
  auto table = unpack<Table>(bytes);
  return table && sound_table(*table) ? std::move(table) : std::nullopt;
}

} // namespace gouji
