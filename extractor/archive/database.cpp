// SPDX-License-Identifier: GPL-3.0-or-later
// A thin skin over SQLite's C interface.
#include "archive/database.h"

#include <sqlite3.h>

namespace gouji {

namespace {

void check(sqlite3* database, int result) {
  if (result != SQLITE_OK && result != SQLITE_DONE && result != SQLITE_ROW)
    throw DatabaseError(result, database ? sqlite3_errmsg(database) : sqlite3_errstr(result));
}

int open_flags(Database::Mode mode) {
  switch (mode) {
  case Database::Mode::read:
    return SQLITE_OPEN_READONLY;
  case Database::Mode::write:
    return SQLITE_OPEN_READWRITE;
  case Database::Mode::create:
    return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  }
  return SQLITE_OPEN_READONLY;
}

/// Locks and statistics that nobody here needs are a fifth of the time of an insertion.
void leave_out_bookkeeping() {
  static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(once); // refused when SQLite runs already: then it keeps its statistics
}

std::string repeated_rows(std::string_view insert, int columns, int rows) {
  std::string row = "(";
  for (int column = 0; column < columns; ++column)
    row += column == 0 ? "?" : ",?";
  row += ')';
  std::string sql(insert);
  sql += " VALUES ";
  for (int i = 0; i < rows; ++i)
    (sql += i == 0 ? "" : ",") += row;
  return sql;
}

} // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

Statement::Statement(sqlite3* database, std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  check(database, sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()),
                                     SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
  statement_.reset(statement);
}

void Statement::reset() {
  sqlite3_reset(statement_.get());
}

bool Statement::row() {
  const int result = sqlite3_step(statement_.get());
  check(sqlite3_db_handle(statement_.get()), result);
  if (result == SQLITE_DONE)
    reset();
  return result == SQLITE_ROW;
}

void Statement::run() {
  while (row()) {
  }
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}
double Statement::real(int column) const {
  return sqlite3_column_double(statement_.get(), column);
}
std::string_view Statement::text(int column) const {
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return bytes ? std::string_view(static_cast<const char*>(bytes), static_cast<std::size_t>(size))
               : std::string_view();
}
bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

void Statement::bind_one(int at, std::int64_t value) {
  check(sqlite3_db_handle(statement_.get()), sqlite3_bind_int64(statement_.get(), at, value));
}
void Statement::bind_one(int at, double value) {
  check(sqlite3_db_handle(statement_.get()), sqlite3_bind_double(statement_.get(), at, value));
}
void Statement::bind_one(int at, const Decimal& value) {
  if (value.whole())
    bind_one(at, value.millionths() / Decimal::one);
  else
    bind_one(at, value.approximate());
}
void Statement::bind_one(int at, std::string_view value) {
  // An empty view may point nowhere, which SQLite would take for NULL.
  check(sqlite3_db_handle(statement_.get()),
        sqlite3_bind_text(statement_.get(), at, value.empty() ? "" : value.data(),
                          static_cast<int>(value.size()), SQLITE_TRANSIENT));
}
void Statement::bind_one(int at, std::nullptr_t) {
  check(sqlite3_db_handle(statement_.get()), sqlite3_bind_null(statement_.get(), at));
}

RowInserter::RowInserter(Database& db, std::string_view insert, int columns)
    : one_(db.prepare(repeated_rows(insert, columns, 1))),
      many_(db.prepare(repeated_rows(insert, columns, group))) {}

void Database::Close::operator()(sqlite3* handle) const {
  sqlite3_close_v2(handle);
}

Database::Database(const std::string& path, Mode mode) {
  leave_out_bookkeeping();
  sqlite3* handle = nullptr;
  const int result =
      sqlite3_open_v2(path.c_str(), &handle, open_flags(mode) | SQLITE_OPEN_NOMUTEX, nullptr);
  handle_.reset(handle);
  check(handle, result);
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, 2'000);
}

void Database::execute(const std::string& sql) {
  check(handle_.get(), sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr));
}

std::int64_t Database::last_id() const {
  return sqlite3_last_insert_rowid(handle_.get());
}

} // namespace gouji
