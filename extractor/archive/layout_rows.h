// SPDX-License-Identifier: GPL-3.0-or-later
// The forms as an archive keeps them: enough to name and order every value, so that an archive can
// be read without the layout files it was made with.
#pragma once

#include "archive/database.h"
#include "base/words.h"
#include "matching/layout.h"

#include <map>
#include <string>
#include <vector>

namespace gouji {

/// Writes the rows of `layout`, `field`, `carry`, `stock` and the wide views; for each layout the
/// row ids of its fields in order. Throws DatabaseError.
std::map<std::string, std::vector<std::int64_t>> put_layouts(Database& db, const Layouts& layouts);

/// The forms in an archive: fields with their labels, without relations. Throws DatabaseError.
Layouts read_layouts(Database& db);

/// What a database error means to the user, and what to do.
Words describe(const DatabaseError& error);

} // namespace gouji
