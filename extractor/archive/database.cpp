// SPDX-License-Identifier: GPL-3.0-or-later
// A thin skin over SQLite's C interface.
#include "archive/database.h"

#include "base/shared_library.h"

#include <sqlite3.h>

namespace gouji {

namespace {

/// SQLite's functions, loaded when the first archive is opened: most runs of the program have none.
struct Sqlite {
  SharedLibrary library{GOUJI_LIBSQLITE};
  decltype(::sqlite3_bind_double)* bind_double = library.find("sqlite3_bind_double");
  decltype(::sqlite3_bind_int64)* bind_int64 = library.find("sqlite3_bind_int64");
  decltype(::sqlite3_bind_null)* bind_null = library.find("sqlite3_bind_null");
  decltype(::sqlite3_bind_text)* bind_text = library.find("sqlite3_bind_text");
  decltype(::sqlite3_busy_timeout)* busy_timeout = library.find("sqlite3_busy_timeout");
  decltype(::sqlite3_clear_bindings)* clear_bindings = library.find("sqlite3_clear_bindings");
  decltype(::sqlite3_close_v2)* close_v2 = library.find("sqlite3_close_v2");
  decltype(::sqlite3_column_blob)* column_blob = library.find("sqlite3_column_blob");
  decltype(::sqlite3_column_bytes)* column_bytes = library.find("sqlite3_column_bytes");
  decltype(::sqlite3_column_double)* column_double = library.find("sqlite3_column_double");
  decltype(::sqlite3_column_int64)* column_int64 = library.find("sqlite3_column_int64");
  decltype(::sqlite3_column_type)* column_type = library.find("sqlite3_column_type");
  decltype(::sqlite3_config)* config = library.find("sqlite3_config");
  decltype(::sqlite3_db_handle)* db_handle = library.find("sqlite3_db_handle");
  decltype(::sqlite3_errmsg)* errmsg = library.find("sqlite3_errmsg");
  decltype(::sqlite3_errstr)* errstr = library.find("sqlite3_errstr");
  decltype(::sqlite3_exec)* exec = library.find("sqlite3_exec");
  decltype(::sqlite3_extended_result_codes)* extended_result_codes =
      library.find("sqlite3_extended_result_codes");
  decltype(::sqlite3_finalize)* finalize = library.find("sqlite3_finalize");
  decltype(::sqlite3_last_insert_rowid)* last_insert_rowid =
      library.find("sqlite3_last_insert_rowid");
  decltype(::sqlite3_open_v2)* open_v2 = library.find("sqlite3_open_v2");
  decltype(::sqlite3_prepare_v3)* prepare_v3 = library.find("sqlite3_prepare_v3");
  decltype(::sqlite3_reset)* reset = library.find("sqlite3_reset");
  decltype(::sqlite3_step)* step = library.find("sqlite3_step");
};

/// To be called only when it is known to be whole: a `Database` makes sure.
const Sqlite& sqlite() {
  static const Sqlite functions;
  return functions;
}

void check(sqlite3* database, int result) {
  if (result != SQLITE_OK && result != SQLITE_DONE && result != SQLITE_ROW)
    throw DatabaseError(result, database ? sqlite().errmsg(database) : sqlite().errstr(result));
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
  static const int once = sqlite().config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(once); // refused when SQLite runs already: then it keeps its statistics
}

std::string repeated_rows(std::string_view insert, int columns, std::size_t rows) {
  std::string row = "(";
  for (int column = 0; column < columns; ++column)
    row += column == 0 ? "?" : ",?";
  row += ')';
  std::string sql(insert);
  sql += " VALUES ";
  for (std::size_t i = 0; i < rows; ++i)
    (sql += i == 0 ? "" : ",") += row;
  return sql;
}

} // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite().finalize(statement);
}

Statement::Statement(sqlite3* database, std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  check(database, sqlite().prepare_v3(database, sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
  statement_.reset(statement);
}

void Statement::reset() {
  sqlite().reset(statement_.get());
}

void Statement::clear() {
  reset();
  sqlite().clear_bindings(statement_.get());
}

bool Statement::row() {
  const int result = sqlite().step(statement_.get());
  check(sqlite().db_handle(statement_.get()), result);
  if (result == SQLITE_DONE)
    reset();
  return result == SQLITE_ROW;
}

void Statement::run() {
  while (row()) {
  }
}

std::int64_t Statement::integer(int column) const {
  return sqlite().column_int64(statement_.get(), column);
}
double Statement::real(int column) const {
  return sqlite().column_double(statement_.get(), column);
}
std::string_view Statement::text(int column) const {
  const void* bytes = sqlite().column_blob(statement_.get(), column);
  const int size = sqlite().column_bytes(statement_.get(), column);
  return bytes ? std::string_view(static_cast<const char*>(bytes), static_cast<std::size_t>(size))
               : std::string_view();
}
bool Statement::is_null(int column) const {
  return sqlite().column_type(statement_.get(), column) == SQLITE_NULL;
}

void Statement::check_bound(int result) {
  if (result != SQLITE_OK)
    check(sqlite().db_handle(statement_.get()), result);
}

void Statement::bind_one(int at, std::int64_t value) {
  check_bound(sqlite().bind_int64(statement_.get(), at, value));
}
void Statement::bind_one(int at, double value) {
  check_bound(sqlite().bind_double(statement_.get(), at, value));
}
void Statement::bind_one(int at, const Decimal& value) {
  if (value.whole())
    bind_one(at, value.millionths() / Decimal::one);
  else
    bind_one(at, value.approximate());
}
void Statement::bind_one(int at, std::string_view value) {
  // An empty view may point nowhere, which SQLite would take for NULL.
  check_bound(sqlite().bind_text(statement_.get(), at, value.empty() ? "" : value.data(),
                                 static_cast<int>(value.size()), SQLITE_TRANSIENT));
}
void Statement::bind_one(int at, std::nullptr_t) {
  check_bound(sqlite().bind_null(statement_.get(), at));
}
void Statement::bind_lasting(int at, std::string_view value) {
  check_bound(sqlite().bind_text(statement_.get(), at, value.empty() ? "" : value.data(),
                                 static_cast<int>(value.size()), SQLITE_STATIC));
}

Statement& RowInserter::statement_for(std::size_t rows) {
  std::optional<Statement>& statement = statements_.at(rows - 1);
  if (!statement)
    statement = db_->prepare(repeated_rows(insert_, columns_, rows));
  return *statement;
}

void Database::Close::operator()(sqlite3* handle) const {
  sqlite().close_v2(handle);
}

Database::Database(const std::string& path, Mode mode) {
  leave_out_bookkeeping();
  if (const std::string& missing = sqlite().library.missing(); !missing.empty())
    throw DatabaseError(SQLITE_ERROR, missing);
  sqlite3* handle = nullptr;
  const int result =
      sqlite().open_v2(path.c_str(), &handle, open_flags(mode) | SQLITE_OPEN_NOMUTEX, nullptr);
  handle_.reset(handle);
  check(handle, result);
  sqlite().extended_result_codes(handle, 1);
  sqlite().busy_timeout(handle, 2'000);
}

void Database::execute(const std::string& sql) {
  check(handle_.get(), sqlite().exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr));
}

std::int64_t Database::last_id() const {
  return sqlite().last_insert_rowid(handle_.get());
}

} // namespace gouji
