# SPDX-License-Identifier: GPL-3.0-or-later
"""Arguments, locales, layouts: what the program understands and how it says what it does not."""
import re
import unittest

from program import PLAIN, ROOT, ProgramTest, gouji

CHINESE = re.compile("[\u4e00-\u9fff]")
LAYOUT = ROOT / "layouts" / "ogi-2021.xml"


class Usage(ProgramTest):
    def test_what_is_not_understood_is_said_with_where_to_look(self):
        for arguments, words in (
                (["convrt"], ["'convrt'", "gouji --help"]),
                (["convert"], ["no file", "gouji convert --help"]),
                (["convert", PLAIN, PLAIN], ["one argument too many"]),
                (["convert", "--frmat", "csv", PLAIN], ["'--frmat'", "gouji convert --help"]),
                (["convert", PLAIN, "--format"], ["--format", "one value"]),
                (["convert", PLAIN, "--format", "doc"], ["'doc'", "json, csv, xlsx"]),
                (["inspect", PLAIN, "--stage", "cells"], ["'cells'", "document, tables, match"]),
                (["inspect", PLAIN, "--page", "two"], ["--page", "'two'"]),
                (["inspect", PLAIN, "--page", "0"], ["--page", "'0'"]),
                (["validate", "-", "-"], ["only once"]),
                (["layouts", "drop"], ["'drop'", "gouji layouts --help"]),
                (["layouts", "describe"], ["gouji layouts describe --help"]),
                (["layouts", "describe", "ogi-1999"], ["ogi-1999"])):
            with self.subTest(arguments=arguments):
                self.assert_refused(gouji(*arguments), *words)

    def test_no_command_prints_the_help_as_an_error(self):
        done = gouji()
        self.assertEqual((done.status, done.out), (2, b""))
        self.assertEqual(done.err.encode(), gouji("--help").out)

    def test_the_version_is_that_of_the_project(self):
        version = re.search(r"project\(gouji VERSION (\S+)", (ROOT / "CMakeLists.txt").read_text())[1]
        self.assertEqual(gouji("--version").out, f"gouji {version}\n".encode())

    def test_long_arguments_and_empty_ones_are_refused(self):
        self.assert_refused(gouji("convert", "x" * 5000))
        self.assert_refused(gouji("convert", ""))
        self.assert_refused(gouji(""))


class Locales(ProgramTest):
    def test_messages_are_chinese_under_a_zh_locale_and_english_else(self):
        for locale, chinese in (("zh_CN.UTF-8", True), ("zh_TW", True), ("zh", True), ("C", False), ("en_US.UTF-8", False),
                                ("de_DE.UTF-8", False), ("zhx_XX", False), ("POSIX", False)):
            for arguments in (["convert", self.folder / "no.pdf"], ["convert"], ["nonsense"], ["convert", self.folder]):
                with self.subTest(locale=locale, arguments=arguments):
                    done = gouji(*arguments, locale=locale)
                    self.assert_refused(done)
                    self.assertEqual(bool(CHINESE.search(done.err)), chinese, done.err)

    def test_lc_all_goes_before_lc_messages_before_lang(self):
        for env, chinese in (({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, False), ({"LC_ALL": "", "LANG": "zh_CN.UTF-8"}, True),
                             ({"LC_ALL": "", "LC_MESSAGES": "C", "LANG": "zh_CN.UTF-8"}, False),
                             ({"LC_ALL": "", "LC_MESSAGES": "zh_CN", "LANG": "C"}, True), ({"LC_ALL": ""}, False)):
            with self.subTest(env=env):
                self.assertEqual(bool(CHINESE.search(gouji("convert", env=env).err)), chinese)

    def test_the_whole_help_is_in_the_language(self):
        for command in ([], ["convert"], ["validate"], ["inspect"], ["tables"], ["layouts"], ["layouts", "check"]):
            with self.subTest(command=command):
                english = gouji(*command, "--help").out.decode()
                chinese = gouji(*command, "--help", locale="zh_CN.UTF-8").out.decode()
                self.assertIsNone(CHINESE.search(english))
                for word in ("Usage", "Options", "Commands", "Arguments", "COMMAND"):
                    self.assertNotIn(word, chinese)
                self.assertEqual(re.findall(r"--[a-z]+", english.split("Exit")[0]), re.findall(r"--[a-z]+", chinese.split("退出")[0]))

    def test_numbers_do_not_depend_on_the_locale(self):
        values = {re.sub(rb'"findings".*', b"", gouji("convert", PLAIN, locale=locale).out, flags=re.S)
                  for locale in ("C", "de_DE.UTF-8", "zh_CN.UTF-8")}
        self.assertEqual(len(values), 1)


class Layouts(ProgramTest):
    def test_the_forms_are_listed_and_described(self):
        self.assertIn(b"ogi-2021\t", gouji("layouts").out)
        self.assertEqual(gouji("layouts").out, gouji("layouts", "list").out)
        for which in ("ogi-2021", LAYOUT):
            fields, relations = (part.splitlines() for part in gouji("layouts", "describe", which).out.decode().split("\n\n"))
            self.assertIn("requests.received.natural_person", [line.split("\t")[0] for line in fields])
            self.assertIn("requests.balance.total", [line.split("\t")[0] for line in relations])
            self.assertEqual({line.count("\t") for line in fields}, {4})
            self.assertEqual({line.count("\t") for line in relations}, {4})

    def test_mistakes_in_a_layout_are_told_with_file_and_line(self):
        self.assertEqual(gouji("layouts", "check", LAYOUT).status, 0)
        broken = self.file("broken.xml", LAYOUT.read_bytes().replace(b"</layout>", b""))
        done = gouji("layouts", "check", broken)
        self.assertEqual(done.status, 2)
        self.assertRegex(done.err, r"broken\.xml:\d+: ")
        self.assertEqual(gouji("convert", PLAIN, "--layout", broken).status, 2)

    def test_layouts_are_found_where_the_environment_says(self):
        self.file("own.xml", LAYOUT.read_bytes().replace(b'id="ogi-2021"', b'id="own-form"', 1))
        env = {"GOUJI_LAYOUTS": f"/nowhere:{self.folder}"}
        self.assertIn(b"own-form\t", gouji("layouts", env=env).out)
        self.assertIn(b"ogi-2021\t", gouji("layouts", env=env).out)
        for arguments in ([PLAIN, "--layout", self.folder / "own.xml"], ["--layout", self.folder / "own.xml", PLAIN],
                          ["--layout", self.folder / "own.xml", "--layout", LAYOUT.with_name("ogi-2019.xml"), PLAIN]):
            self.assertIn(b'"layout": "own-form"', gouji("convert", *arguments).out)


if __name__ == "__main__":
    unittest.main()
