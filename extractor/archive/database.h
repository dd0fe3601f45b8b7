// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite with destructors and errors: the only place with sqlite3.h.
#pragma once

#include "base/decimal.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>

struct sqlite3;
struct sqlite3_stmt;

namespace gouji {

/// SQLite could not do what it was told: disk full, file locked, file damaged. Thrown rather than
/// returned because every statement can meet it and nothing between can help; the functions of this
/// folder that others call turn it into an Error.
class DatabaseError : public std::runtime_error {
public:
  DatabaseError(int result, const std::string& message)
      : std::runtime_error(message), code(result) {}
  int code; ///< SQLite's result code
};

/// A prepared statement. `run` for one without rows; `while (row())` else. Parameters are bound
/// from the first on, columns read from 0.
class Statement {
public:
  Statement(sqlite3* database, std::string_view sql);

  template <class... T> Statement& bind(const T&... values) {
    reset();
    int at = 0;
    (bind_one(++at, values), ...);
    return *this;
  }
  /// Steps once; true when there is a row.
  bool row();
  /// Runs to the end.
  void run();

  std::int64_t integer(int column) const;
  double real(int column) const;
  /// Bytes of text or blob; good until the next step.
  std::string_view text(int column) const;
  bool is_null(int column) const;

private:
  friend class RowInserter;
  void reset();
  /// Resets, and makes every parameter NULL.
  void clear();
  void check_bound(int result);
  void bind_one(int at, std::int64_t value);
  void bind_one(int at, int value) { bind_one(at, static_cast<std::int64_t>(value)); }
  void bind_one(int at, double value);
  /// An integer where it is whole, else the nearest real.
  void bind_one(int at, const Decimal& value);
  void bind_one(int at, std::string_view value);
  void bind_one(int at, const std::string& value) { bind_one(at, std::string_view(value)); }
  void bind_one(int at, const char* value) { bind_one(at, std::string_view(value)); }
  void bind_one(int at, std::nullptr_t);
  template <class T> void bind_one(int at, const std::optional<T>& value) {
    if (value)
      bind_one(at, *value);
    else
      bind_one(at, nullptr);
  }
  /// Like `bind_one`, but a view of text is not copied: it must stay until the statement has run;
  /// and nothing stays NULL, as `clear` left it.
  template <class T> void bind_lasting(int at, const T& value) { bind_one(at, value); }
  void bind_lasting(int at, std::string_view value);
  template <class T> void bind_lasting(int at, const std::optional<T>& value) {
    if (value)
      bind_lasting(at, *value);
  }

  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// An open database file. Not shared between threads.
class Database {
public:
  enum class Mode { read, write, create };
  /// Throws DatabaseError.
  Database(const std::string& path, Mode mode);

  Statement prepare(std::string_view sql) { return Statement(handle_.get(), sql); }
  /// Runs any number of statements without parameters.
  void execute(const std::string& sql);
  std::int64_t last_id() const;

private:
  struct Close {
    void operator()(sqlite3* handle) const;
  };
  std::unique_ptr<sqlite3, Close> handle_;
};

/// Inserts rows by the dozen: a statement with many costs half of as many statements with one.
class RowInserter {
public:
  /// `insert` without its VALUES, for rows of `columns`.
  RowInserter(Database& db, std::string insert, int columns)
      : db_(&db), insert_(std::move(insert)), columns_(columns) {}

  /// Inserts a row for each item of a range: `columns_of(item)` is a tuple of its columns. What a
  /// string_view there points to must stay until all are inserted: it is not copied.
  template <class Range, class F> void insert(const Range& items, const F& columns_of) {
    auto item = items.begin();
    for (auto left = items.size(); left > 0;) {
      const std::size_t rows = std::min(left, group);
      Statement& statement = statement_for(rows);
      statement.clear();
      int at = 0;
      for (std::size_t row = 0; row < rows; ++row, ++item)
        std::apply([&](const auto&... values) { (statement.bind_lasting(++at, values), ...); },
                   columns_of(*item));
      statement.run();
      left -= rows;
    }
  }

private:
  static constexpr std::size_t group = 32;

  /// Prepared when it is first needed.
  Statement& statement_for(std::size_t rows);

  Database* db_;
  std::string insert_;
  int columns_;
  std::array<std::optional<Statement>, group> statements_; ///< by their rows, from 1
};

} // namespace gouji
