// SPDX-License-Identifier: GPL-3.0-or-later
// SQL adds up, the layouts say what is drawn together.
#include "archive/page_charts.h"

#include "writers/names.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace gouji {

namespace {

constexpr std::size_t most_years = 20;

/// One value a year, nothing where no report states it.
using Sums = std::vector<std::optional<double>>;

struct Years {
  std::vector<int> names;
  std::vector<std::int64_t> reports, wrong; ///< by year; `wrong`: those with errors
  std::optional<std::size_t> index(std::int64_t year) const {
    const auto at = std::find(names.begin(), names.end(), year);
    return at == names.end() ? std::nullopt
                             : std::optional(static_cast<std::size_t>(at - names.begin()));
  }
};

struct FieldSums {
  std::string table_en, table_zh, row, column, unit;
  Sums sums;
};

/// One report for each agency and year; one without agency stands for itself.
void choose_reports(Database& db) {
  db.execute("CREATE TEMP TABLE IF NOT EXISTS chosen (id INTEGER PRIMARY KEY, year INTEGER, wrong "
             "INTEGER); DELETE FROM chosen; "
             "INSERT INTO chosen SELECT id, year, EXISTS (SELECT 1 FROM finding f WHERE "
             "f.document=d.id AND f.severity='error') FROM (SELECT id, year FROM report_of_year "
             "UNION ALL SELECT id, year FROM document WHERE agency='' AND year IS NOT NULL AND "
             "layout IS NOT NULL) d");
}

Years read_years(Database& db) {
  Years years;
  Statement rows =
      db.prepare("SELECT year, count(*), sum(wrong) FROM chosen GROUP BY year ORDER BY year DESC");
  while (rows.row() && years.names.size() < most_years) {
    years.names.insert(years.names.begin(), static_cast<int>(rows.integer(0)));
    years.reports.insert(years.reports.begin(), rows.integer(1));
    years.wrong.insert(years.wrong.begin(), rows.integer(2));
  }
  return years;
}

/// The sums of every field by its name, whatever form it stands on, and the names in printed order,
/// the most frequent form first.
std::pair<std::map<std::string, FieldSums>, std::vector<std::string>>
read_sums(Database& db, const Years& years) {
  std::map<std::string, FieldSums> fields;
  std::vector<std::string> order;
  Statement rows = db.prepare(
      "SELECT f.name, f.table_en, f.table_zh, f.row_label, f.column_label, f.unit, c.year, "
      "sum(v.number) FROM chosen c JOIN value v ON v.document=c.id JOIN field f ON f.id=v.field "
      "WHERE v.number IS NOT NULL GROUP BY f.id, c.year ORDER BY (SELECT count(*) FROM document d "
      "WHERE d.layout=f.layout) DESC, f.layout DESC, f.position");
  while (rows.row()) {
    const std::string name(rows.text(0));
    const auto [at, fresh] = fields.try_emplace(name);
    FieldSums& field = at->second;
    if (fresh) {
      const auto text = [&](int column) { return std::string(rows.text(column)); };
      field = {text(1), text(2), text(3), text(4), text(5), Sums(years.names.size())};
      order.push_back(name);
    }
    if (const auto year = years.index(rows.integer(6)))
      field.sums[*year] = field.sums[*year].value_or(0) + rows.real(7);
  }
  return {std::move(fields), std::move(order)};
}

void write_sums(JsonStream& json, const Sums& sums) {
  for (const auto& sum : sums) {
    if (!sum)
      json.null();
    else if (*sum == static_cast<double>(static_cast<long long>(*sum)))
      json.number(static_cast<long long>(*sum));
    else
      json.rounded(*sum, 2);
  }
}

void write_words(JsonStream& json, const Words& words) {
  json.begin_array().string(words.en).string(words.zh).end_array();
}

/// What a unit is called; layouts know the Chinese name of the archive's English one.
Words unit_words(const Layouts& layouts, const std::string& name) {
  for (const auto& layout : layouts)
    for (const LayoutUnit& unit : layout->units)
      if (unit.name.en == name)
        return unit.name;
  return {name, name};
}

/// Charts and series of the same ids in several layouts, put together.
struct JointSeries {
  Words name;
  Sums sums;
};
struct JointChart {
  Words name;
  std::string unit; ///< in English
  std::vector<std::string> order;
  std::map<std::string, JointSeries> series;
};

void join_chart(JointChart& joint, const Chart& chart, const Layout& layout, const Years& years,
                const std::map<std::string, FieldSums>& fields, std::set<std::string>& counted) {
  joint.name = chart.name;
  for (const ChartSeries& series : chart.series) {
    const auto [at, fresh] = joint.series.try_emplace(series.id);
    if (fresh) {
      joint.order.push_back(series.id);
      at->second.sums.resize(years.names.size());
    }
    at->second.name = series.name;
    for (const int index : series.fields) {
      const LayoutField& field = layout.fields.at(static_cast<std::size_t>(index));
      joint.unit = field.unit_name;
      // A field that two forms have is one field, and counts once.
      const auto found = fields.find(field.id);
      if (found == fields.end() ||
          !counted.insert(chart.id + ' ' + series.id + ' ' + field.id).second)
        continue;
      for (std::size_t i = 0; i < years.names.size(); ++i)
        if (found->second.sums[i])
          at->second.sums[i] = at->second.sums[i].value_or(0) + *found->second.sums[i];
    }
  }
}

void write_charts(JsonStream& json, const Layouts& layouts, const Years& years,
                  const std::map<std::string, FieldSums>& fields) {
  std::vector<std::string> order;
  std::set<std::string> counted;
  std::map<std::string, JointChart> charts;
  for (const auto& layout : layouts)
    for (const Chart& chart : layout->charts) {
      const auto [at, fresh] = charts.try_emplace(chart.id);
      if (fresh)
        order.push_back(chart.id);
      join_chart(at->second, chart, *layout, years, fields, counted);
    }
  json.begin_array();
  for (const std::string& id : order) {
    const JointChart& chart = charts.at(id);
    const bool empty =
        std::all_of(chart.series.begin(), chart.series.end(), [](const auto& series) {
          return std::none_of(series.second.sums.begin(), series.second.sums.end(),
                              [](const auto& sum) { return sum.has_value(); });
        });
    if (empty)
      continue;
    json.begin_object();
    write_words(json.key("name"), chart.name);
    write_words(json.key("unit"), unit_words(layouts, chart.unit));
    json.key("series").begin_array();
    for (const std::string& series_id : chart.order) {
      const JointSeries& series = chart.series.at(series_id);
      json.begin_object();
      write_words(json.key("name"), series.name);
      write_sums(json.key("values").begin_array(), series.sums);
      json.end_array().end_object();
    }
    json.end_array().end_object();
  }
  json.end_array();
}

} // namespace

void write_year_sums(JsonStream& json, Database& db, const Layouts& layouts, TextPool& pool) {
  choose_reports(db);
  const Years years = read_years(db);
  const auto [fields, order] = read_sums(db, years);
  json.key("years").begin_object().key("names").begin_array();
  for (const int year : years.names)
    json.number(year);
  json.end_array();
  for (const auto& [name, counts] :
       {std::pair("reports", &years.reports), std::pair("wrong", &years.wrong)}) {
    json.key(name).begin_array();
    for (const std::int64_t count : *counts)
      json.number(count);
    json.end_array();
  }
  json.end_object();
  write_charts(json.key("charts"), layouts, years, fields);
  // [table in English, in Chinese, row, column, unit in English, in Chinese, a sum a year ...]
  json.key("fields").begin_array();
  for (const std::string& name : order) {
    const FieldSums& field = fields.at(name);
    const Words unit = unit_words(layouts, field.unit);
    json.begin_array();
    for (const std::string& text :
         {field.table_en, field.table_zh, field.row, field.column, unit.en, unit.zh})
      json.number(pool.number(text));
    write_sums(json, field.sums);
    json.end_array();
  }
  json.end_array();
}

} // namespace gouji
