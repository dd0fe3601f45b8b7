# SPDX-License-Identifier: GPL-3.0-or-later
"""Manual page and completions say what --help says, command by command and option by option."""
import re
import shutil
import subprocess
import unittest

from program import ROOT, ProgramTest, gouji

CLI = ROOT / "extractor" / "cli"
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")


def commands():
    """The commands that --help lists."""
    section = gouji("--help").out.decode().split("Commands:\n")[1].split("\n\n")[0]
    return [line.split()[0] for line in section.splitlines()]


def options(command):
    """The long options that the help of a command lists, beside --help; and the values of those that have a choice."""
    text = gouji(command, "--help").out.decode().split("Options:\n")[1]
    found = {}
    for line in text.splitlines():
        names = re.match(r"  (?:-\w,)?(--[a-z-]+)(?: (\S+))?", line)
        if names and names[1] != "--help":
            found[names[1]] = names[2].split("|") if names[2] and "|" in names[2] else []
    return found


class Manual(ProgramTest):
    def setUp(self):
        super().setUp()
        self.page = (CLI / "gouji.1").read_text(encoding="utf-8").replace("\\-", "-")

    def test_the_page_has_the_commands_and_their_options(self):
        text = self.page.split(".SH COMMANDS")[1].split('.SH "EXIT')[0]
        sections = dict(zip(re.findall(r"^\.SS (\w+)", text, re.M), re.split(r"^\.SS \w+", text, flags=re.M)[1:]))
        self.assertEqual(list(sections), commands())
        for command, section in sections.items():
            with self.subTest(command=command):
                self.assertEqual(set(OPTION.findall(section)), set(options(command)))
                for values in options(command).values():
                    for value in values:
                        self.assertRegex(section, rf"[ |] ?{value}\b")

    def test_the_page_is_well_formed(self):
        if not shutil.which("man"):
            self.skipTest("man is not installed")
        done = subprocess.run(["man", "--warnings", "-l", CLI / "gouji.1"], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              check=True, env={"LC_ALL": "C.UTF-8", "MANPAGER": "cat", "PATH": "/usr/bin:/bin"})
        self.assertEqual(done.stderr, b"")
        self.assertIn(b"EXIT STATUS", done.stdout)


class Completions(ProgramTest):
    def complete_in_bash(self, *words):
        """What bash offers for the last of `words`."""
        script = (f'source "{CLI}/completion/gouji.bash"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _gouji 2>/dev/null; '
                  'printf "%s\\n" "${COMPREPLY[@]}"')
        done = subprocess.run(["bash", "-c", script, "bash", *words], stdout=subprocess.PIPE, check=True, encoding="utf-8")
        return set(done.stdout.split())

    def test_bash_offers_all_commands_options_and_values(self):
        self.assertEqual(self.complete_in_bash("gouji", ""), {*commands(), "--help", "--version"})
        for command in commands():
            with self.subTest(command=command):
                offered = {word for word in self.complete_in_bash("gouji", command, "--") if word.startswith("--")}
                self.assertEqual(offered, {*options(command), "--help"})
                for option, values in options(command).items():
                    if values:
                        self.assertEqual(self.complete_in_bash("gouji", command, option, ""), set(values))

    def test_zsh_and_fish_know_all_commands_options_and_values(self):
        zsh = (CLI / "completion" / "_gouji").read_text()
        fish = (CLI / "completion" / "gouji.fish").read_text()
        for command in commands():
            self.assertIn(f"'{command}:", zsh)
            self.assertRegex(fish, rf"-a {command} ")
            for option, values in options(command).items():
                with self.subTest(command=command, option=option):
                    self.assertIn(option, zsh)
                    line = rf"from [a-z ]*\b{command}\b[a-z ]*'.* -l {option[2:]} "
                    self.assertRegex(fish, line + (f".*'{' '.join(values)}'" if values else ""))
                    if values:
                        self.assertIn(f"({' '.join(values)})", zsh)

    def test_the_shells_accept_the_files(self):
        for shell, check in (("bash", ["bash", "-n"]), ("zsh", ["zsh", "-n"]), ("fish", ["fish", "--no-execute"])):
            with self.subTest(shell=shell):
                if not shutil.which(shell):
                    self.skipTest(f"{shell} is not installed")
                name = {"bash": "gouji.bash", "zsh": "_gouji", "fish": "gouji.fish"}[shell]
                subprocess.run([*check, CLI / "completion" / name], check=True)


class Readme(ProgramTest):
    def test_the_examples_print_what_the_program_prints(self):
        for name, locale in (("README.md", "C"), ("README.zh-CN.md", "zh_CN.UTF-8")):
            with self.subTest(name=name):
                text = (ROOT / name).read_text(encoding="utf-8")
                path, printed = re.search(r"\$ .*gouji validate (\S+)\n((?:    .*\n)+)", text).groups()
                wanted = gouji("validate", ROOT / path, locale=locale).out.decode()
                self.assertEqual(printed, "".join(f"    {line}\n" for line in wanted.splitlines()))

    def test_what_it_links_to_is_there(self):
        for name in ("README.md", "README.zh-CN.md", "CONTRIBUTING.md"):
            for target in re.findall(r"\]\(([^):]+)\)", (ROOT / name).read_text(encoding="utf-8")):
                file, _, section = target.partition("#")
                self.assertTrue((ROOT / file).exists(), f"{name}: {target}")
                if section:
                    headings = re.findall(r"^#+ (.+)$", (ROOT / file).read_text(encoding="utf-8"), re.M)
                    self.assertIn(section, [heading.lower().replace(" ", "-") for heading in headings])


if __name__ == "__main__":
    unittest.main()
