// SPDX-License-Identifier: GPL-3.0-or-later
// Old office formats: told by content, converted by a child that leaves nothing behind.
#include "readers/child_process.h"
#include "readers/office.h"
#include "unit/readers/drawn.h"

#include <catch2/catch.hpp>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <set>
#include <string>
#include <thread>

using namespace gouji;
namespace fs = std::filesystem;

namespace {

/// Folders that the conversions of a process work in.
std::set<std::string> working_folders(pid_t process) {
  const std::string prefix = "gouji-" + std::to_string(process) + "-";
  std::set<std::string> found;
  for (const auto& entry : fs::directory_iterator("/tmp"))
    if (entry.path().filename().string().starts_with(prefix))
      found.insert(entry.path().string());
  return found;
}

/// A program that stands in for soffice: a shell script in a folder of its own.
struct Script {
  explicit Script(const std::string& body) {
    std::string pattern = "/tmp/office_test-XXXXXX";
    REQUIRE(mkdtemp(pattern.data()));
    folder = pattern;
    path = folder + "/soffice";
    std::ofstream(path) << "#!/bin/sh\n" << body << "\n";
    REQUIRE(chmod(path.c_str(), 0700) == 0);
  }
  ~Script() {
    std::error_code ignored;
    fs::remove_all(folder, ignored);
  }
  Script(const Script&) = delete;
  Script& operator=(const Script&) = delete;
  std::string folder, path;
};

/// Waits for what must come, however slow the machine.
bool comes_true(const std::function<bool()>& condition) {
  for (int i = 0; i < 2'000 && !condition(); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  return condition();
}

const std::string rtf = R"({\rtf1\ansi\deff0\uc1{\fonttbl{\f0 SimSun;}}\u25919?\u24220?\par
\trowd\cellx2000\cellx4000\intbl a\cell 1\cell\row
\trowd\cellx2000\cellx4000\intbl b\cell 2\cell\row\pard after\par})";

} // namespace

TEST_CASE("old office formats are told by their content") {
  const auto sniff = [](std::string_view text) { return office_format().sniff(as_bytes(text)); };
  CHECK(sniff(rtf) > 0);
  const std::string compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  CHECK(sniff(compound + std::string("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", 24)) > 0);
  CHECK(sniff(compound + std::string("W\0o\0r\0k\0b\0o\0o\0k\0", 16)) == 0);
  CHECK(sniff("<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:x/>") > 0);
  CHECK(sniff("<?xml version=\"1.0\"?><html/>") == 0);
  CHECK(sniff("text {\\rtf") == 0);
}

TEST_CASE("an encrypted DOC is told from a damaged one") {
  std::string doc =
      "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", 24);
  doc.resize(512, '\0');
  doc += std::string("\xEC\xA5\xC1\0\0\0\0\0\0\0\0\x01\0\0", 14);
  const auto document = office_format().read(as_bytes(doc));
  REQUIRE_FALSE(document);
  CHECK(document.error().code == Code::encrypted);
}

TEST_CASE("without the program one line says what to install") {
  const auto result =
      convert_to_docx(as_bytes(rtf), "rtf", "/nowhere/soffice", std::chrono::seconds(5));
  REQUIRE_FALSE(result);
  CHECK(result.error().code == Code::tool_missing);
  CHECK(result.error().message.en.find("libreoffice-writer") != std::string::npos);
}

TEST_CASE("the output file counts, not the exit status, and nothing stays behind") {
  // Arguments: the output folder is the last but one.
  const Script good("for a; do out=$prev; prev=$a; done; mkdir -p \"$out\"; "
                    "printf made > \"$out/document.docx\"; exit 3");
  const auto made = convert_to_docx(as_bytes(rtf), "rtf", good.path, std::chrono::seconds(100));
  REQUIRE(made);
  CHECK(*made == "made");
  const Script bad("exit 0");
  const auto failed = convert_to_docx(as_bytes(rtf), "rtf", bad.path, std::chrono::seconds(100));
  REQUIRE_FALSE(failed);
  CHECK(failed.error().code == Code::damaged);
  CHECK(working_folders(getpid()).empty());
}

TEST_CASE("a program that does not end is killed with its children") {
  const Script slow("sleep 1000 & echo $! > \"$0.pid\"; sleep 1000");
  pid_t helper = 0;
  // A busy machine may need longer than the limit to start it at all: then with a longer one.
  for (int seconds = 1; helper == 0 && seconds < 100; seconds *= 2) {
    const auto result =
        convert_to_docx(as_bytes(rtf), "rtf", slow.path, std::chrono::seconds(seconds));
    REQUIRE_FALSE(result);
    CHECK(result.error().code == Code::limit);
    std::ifstream(slow.path + ".pid") >> helper;
  }
  REQUIRE(helper > 0);
  // An orphan that was killed may wait to be reaped: it is gone or a zombie.
  CHECK(comes_true([&] {
    std::ifstream stat("/proc/" + std::to_string(helper) + "/stat");
    std::string pid, name, state;
    return !(stat >> pid >> name >> state) || state == "Z";
  }));
  CHECK(working_folders(getpid()).empty());
}

TEST_CASE("a program that another thread stops is killed and its folder goes") {
  const Script slow("echo > \"$0.started\"; exec sleep 1000");
  const Script folder("");
  ChildOrder order;
  order.arguments = {slow.path};
  order.folder = folder.folder;
  std::stop_source source;
  order.stop = source.get_token();
  std::thread other([&] {
    comes_true([&] { return fs::exists(slow.path + ".started"); });
    source.request_stop();
  });
  CHECK(run_child(order) == ChildEnd::stopped);
  other.join();
  CHECK_FALSE(fs::exists(folder.folder));
}

TEST_CASE("what a program says on its standard error can be kept") {
  const Script script("echo why >&2; exit 2");
  ChildOrder order;
  order.arguments = {script.path};
  order.folder = script.folder;
  order.errors = script.folder + "/errors";
  CHECK(run_child(order) == ChildEnd::exited);
  std::string said;
  std::getline(std::ifstream(order.errors), said);
  CHECK(said == "why");
}

TEST_CASE("when the caller is killed the program ends and its folder goes") {
  const Script slow("echo > \"$0.started\"; exec sleep 1000");
  const pid_t caller = fork();
  REQUIRE(caller >= 0);
  if (caller == 0) {
    (void)convert_to_docx(as_bytes(rtf), "rtf", slow.path, std::chrono::seconds(1'000));
    _exit(0);
  }
  CHECK(comes_true([&] { return fs::exists(slow.path + ".started"); }));
  CHECK_FALSE(working_folders(caller).empty());
  REQUIRE(kill(caller, SIGKILL) == 0);
  waitpid(caller, nullptr, 0);
  CHECK(comes_true([&] { return working_folders(caller).empty(); }));
}

TEST_CASE("LibreOffice's conversions are read, two at a time", "[libreoffice]") {
  if (find_office().empty()) {
    WARN("SKIPPED: LibreOffice is not installed");
    return;
  }
  Result<Document> first, second;
  std::thread other([&] { second = office_format().read(as_bytes(rtf)); });
  first = office_format().read(as_bytes(rtf));
  other.join();
  for (const auto* document : {&first, &second}) {
    REQUIRE(*document);
    CHECK((*document)->format == "rtf");
    CHECK(drawn(**document) == "政府\n[a|1/b|2]\nafter");
  }
  CHECK(working_folders(getpid()).empty());
}
