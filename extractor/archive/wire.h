// SPDX-License-Identifier: GPL-3.0-or-later
// Records as bytes: between a worker and the process that started it, and for the drawn tables an
// archive keeps. Little-endian, no alignment; both ends are the same build.
#pragma once

#include "archive/record.h"
#include "matching/layout.h"

#include <optional>
#include <string>
#include <string_view>

namespace gouji {

/// A report's layout travels as its id; both ends have the same `layouts`.
std::string pack_record(const Record& record);
/// Nothing when the bytes are no record: a worker that went astray must not harm the parent, so
/// every length and index is checked.
std::optional<Record> unpack_record(std::string_view bytes, const Layouts& layouts);

std::string pack_failure(const Failure& failure);
std::optional<Failure> unpack_failure(std::string_view bytes);

std::string pack_table(const Table& table);
std::optional<Table> unpack_table(std::string_view bytes);

} // namespace gouji
