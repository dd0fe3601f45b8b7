// SPDX-License-Identifier: GPL-3.0-or-later
// ZIP packages through libzip. A size that the directory states is only a claim: bounds count what
// really comes out.
#include "readers/zip_archive.h"

#include "base/limits.h"
#include "base/shared_library.h"
#include "readers/messages.h"

#include <zip.h>

#include <algorithm>
#include <array>

namespace gouji {

namespace {

/// libzip's functions. It is loaded when the first package comes, for it brings OpenSSL along.
struct LibZip {
  SharedLibrary library{GOUJI_LIBZIP};
  decltype(::zip_discard)* discard = library.find("zip_discard");
  decltype(::zip_error_fini)* error_fini = library.find("zip_error_fini");
  decltype(::zip_error_init)* error_init = library.find("zip_error_init");
  decltype(::zip_error_strerror)* error_strerror = library.find("zip_error_strerror");
  decltype(::zip_fclose)* fclose = library.find("zip_fclose");
  decltype(::zip_file_strerror)* file_strerror = library.find("zip_file_strerror");
  decltype(::zip_fopen_index)* fopen_index = library.find("zip_fopen_index");
  decltype(::zip_fread)* fread = library.find("zip_fread");
  decltype(::zip_get_name)* get_name = library.find("zip_get_name");
  decltype(::zip_get_num_entries)* get_num_entries = library.find("zip_get_num_entries");
  decltype(::zip_open_from_source)* open_from_source = library.find("zip_open_from_source");
  decltype(::zip_source_buffer_create)* source_buffer_create =
      library.find("zip_source_buffer_create");
  decltype(::zip_source_free)* source_free = library.find("zip_source_free");
  decltype(::zip_stat_index)* stat_index = library.find("zip_stat_index");
  decltype(::zip_stat_init)* stat_init = library.find("zip_stat_init");
  decltype(::zip_strerror)* strerror = library.find("zip_strerror");
};

/// To be called only when it is known to be whole.
const LibZip& libzip() {
  static const LibZip functions;
  return functions;
}

struct CloseArchive {
  void operator()(zip_t* archive) const { libzip().discard(archive); }
};
struct CloseEntry {
  void operator()(zip_file_t* file) const { libzip().fclose(file); }
};

/// The form in which part names are compared.
std::string folded(std::string_view name) {
  std::string key;
  key.reserve(name.size());
  if (!name.empty() && (name.front() == '/' || name.front() == '\\'))
    name.remove_prefix(1);
  for (const char c : name)
    key += c == '\\' ? '/' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return key;
}

/// libzip's own words, which are English only.
Words said(const char* message) {
  return {message, message};
}

std::string mebibytes(std::size_t bytes) {
  return fmt::format("{} MiB", bytes >> 20);
}

} // namespace

struct ZipArchive::State {
  std::unique_ptr<zip_t, CloseArchive> archive;
  std::size_t packed_bytes = 0; ///< of the whole file
  std::size_t inflated = 0;     ///< of all parts read so far
  struct Entry {
    std::string key;
    zip_uint64_t index;
  };
  std::vector<Entry> entries; ///< sorted by key

  const Entry* find(std::string_view part) const {
    const std::string key = folded(part);
    const auto found =
        std::lower_bound(entries.begin(), entries.end(), key,
                         [](const Entry& e, const std::string& k) { return e.key < k; });
    return found != entries.end() && found->key == key ? &*found : nullptr;
  }
};

ZipArchive::ZipArchive(std::unique_ptr<State> state) : state_(std::move(state)) {}
ZipArchive::ZipArchive(ZipArchive&&) noexcept = default;
ZipArchive& ZipArchive::operator=(ZipArchive&&) noexcept = default;
ZipArchive::~ZipArchive() = default;

Result<ZipArchive> ZipArchive::open(Bytes bytes) {
  if (const std::string& missing = libzip().library.missing(); !missing.empty())
    return fail(Code::tool_missing, fill(phrases::package_library_missing, missing));
  zip_error_t error;
  libzip().error_init(&error);
  const auto damaged = [&] {
    const Words why = fill(phrases::package_damaged, libzip().error_strerror(&error));
    libzip().error_fini(&error);
    return fail(Code::damaged, why);
  };
  zip_source_t* source = libzip().source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (!source)
    return damaged();
  auto state = std::make_unique<State>();
  state->archive.reset(libzip().open_from_source(source, ZIP_RDONLY, &error));
  if (!state->archive) {
    libzip().source_free(source);
    return damaged();
  }
  libzip().error_fini(&error);
  state->packed_bytes = bytes.size();

  const zip_int64_t count = libzip().get_num_entries(state->archive.get(), 0);
  if (count > limits::package_entries)
    return fail(Code::limit, fill(phrases::package_entries, count, limits::package_entries));
  state->entries.reserve(static_cast<std::size_t>(std::max<zip_int64_t>(count, 0)));
  for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i)
    if (const char* name = libzip().get_name(state->archive.get(), i, ZIP_FL_ENC_RAW))
      state->entries.push_back({folded(name), i});
  std::sort(state->entries.begin(), state->entries.end(),
            [](const State::Entry& a, const State::Entry& b) { return a.key < b.key; });
  // Readers disagree which of two equal names counts, so that one file could show two documents.
  const auto twice = std::adjacent_find(
      state->entries.begin(), state->entries.end(),
      [](const State::Entry& a, const State::Entry& b) { return a.key == b.key; });
  if (twice != state->entries.end())
    return fail(Code::damaged, fill(phrases::package_duplicate, twice->key));
  return ZipArchive(std::move(state));
}

std::vector<std::string> ZipArchive::names() const {
  std::vector<std::string> names;
  for (const State::Entry& entry : state_->entries) {
    const char* name = libzip().get_name(state_->archive.get(), entry.index, ZIP_FL_ENC_RAW);
    if (name && *name && !std::string_view(name).ends_with('/'))
      names.emplace_back(name);
  }
  return names;
}

bool ZipArchive::has(std::string_view part) const {
  return state_->find(part) != nullptr;
}

std::vector<std::string> ZipArchive::parts() const {
  std::vector<std::string> names;
  names.reserve(state_->entries.size());
  for (const State::Entry& entry : state_->entries)
    names.push_back(entry.key);
  return names;
}

Result<ByteSource> ZipArchive::stream(std::string_view part) {
  const State::Entry* entry = state_->find(part);
  if (!entry)
    return fail(Code::damaged, fill(phrases::part_missing, part));
  zip_t* archive = state_->archive.get();
  zip_stat_t stat;
  libzip().stat_init(&stat);
  if (libzip().stat_index(archive, entry->index, 0, &stat) == 0 &&
      (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)
    return fail(Code::encrypted, fill(phrases::part_encrypted, part));
  zip_file_t* opened = libzip().fopen_index(archive, entry->index, 0);
  if (!opened)
    return fail(Code::damaged, fill(phrases::part_unreadable, part, libzip().strerror(archive)));
  const std::size_t packed =
      std::max<std::size_t>(1, std::min<std::size_t>(stat.comp_size, state_->packed_bytes));

  return [this_state = state_.get(), file = std::shared_ptr<zip_file_t>(opened, CloseEntry{}),
          packed, total = std::size_t{0}](std::span<char> room) mutable -> Result<std::size_t> {
    const zip_int64_t count = libzip().fread(file.get(), room.data(), room.size());
    if (count < 0)
      return fail(Code::damaged, said(libzip().file_strerror(file.get())));
    const auto got = static_cast<std::size_t>(count);
    total += got;
    this_state->inflated += got;
    const auto too_much = [&](std::size_t bound) {
      return fail(Code::limit, fill(phrases::package_inflates, mebibytes(bound)));
    };
    if (total > limits::entry_bytes)
      return too_much(limits::entry_bytes);
    if (this_state->inflated > limits::inflated_bytes)
      return too_much(limits::inflated_bytes);
    if (total > (1u << 20) && total / packed > limits::inflate_ratio)
      return too_much(packed * limits::inflate_ratio);
    return got;
  };
}

Result<std::string> ZipArchive::read(std::string_view part) {
  Result<ByteSource> source = stream(part);
  if (!source)
    return tl::unexpected(source.error());
  std::string content;
  std::array<char, 8192> chunk;
  while (true) {
    const Result<std::size_t> count = (*source)(chunk);
    if (!count)
      return fail(count.error().code, fill(phrases::part_unreadable, part, count.error().message));
    if (*count == 0)
      return content;
    content.append(chunk.data(), *count);
  }
}

} // namespace gouji
