# SPDX-License-Identifier: GPL-3.0-or-later
"""What the fixtures print, and how far an output of `gouji convert` tells it.

truth.json holds two things. "reports": the values of each published report, keyed in by hand from
its text (the reports of the 2019 form are made up; theirs come from their maker). "cases": which
report a document prints and how it differs, with

  defects    what was damaged on purpose; without any, every value must be exactly right
  changed    field -> the number printed instead; null where none is printed
  accept     field -> other readings that are right too (settled by the relations, for example)
  marks      fields that are empty or hold a mark for nothing
  broken     relations that the printed numbers do not satisfy
  unchecked  relations with a number that is not stated: nothing said of them is wrong
  codes      the findings to expect beside the broken relations
"""
import json
import os
import pathlib
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
FIXTURES = HERE.parent.parent / "fixtures"


class Case:
    """One document of fixtures/ and what it prints."""

    def __init__(self, name, case, report):
        self.name = name
        self.folder = FIXTURES / name
        self.document = self.folder / case["document"]
        self.golden = self.folder / "expected.json"
        self.report = case["report"]
        self.defects = case.get("defects", [])
        self.head = {key: report[key] for key in ("layout", "agency", "year")}
        self.values = {**report["values"], **case.get("changed", {})}
        self.accept = case.get("accept", {})
        self.broken = set(case.get("broken", []))
        self.unchecked = set(case.get("unchecked", []))
        self.codes = set(case.get("codes", []))

    def right(self, field, value):
        """Is `value` a right reading of the field?"""
        return value in [self.values[field], *self.accept.get(field, [])]

    def wrong_fields(self, answer):
        """Fields whose value is not right, flagged or not."""
        return [f for f in self.values if not self.right(f, answer["values"].get(f, {}).get("value"))]

    def complaints(self, answer):
        """Everything in which the object that `convert` printed falls short of the truth."""
        found = [f"{key} is {answer.get(key)!r}, not {want!r}" for key, want in self.head.items()
                 if answer.get(key) != want]
        findings = answer["findings"]
        flagged = {field for finding in findings for field in finding["fields"]}
        for field in self.wrong_fields(answer):
            value = answer["values"].get(field, {}).get("value")
            if not self.defects or (value is not None and field not in flagged):
                found.append(f"{field} is {value}, not {self.values[field]}")
        unknown = set(answer["values"]) - set(self.values)
        found += [f"{field} is no field of the form" for field in sorted(unknown)
                  if ".undivided." not in field]
        said = {f["rule"] for f in findings if f["severity"] == "error" and is_relation(f["rule"])}
        found += [f"relation {rule} is broken and not found" for rule in sorted(self.broken - said)]
        found += [f"relation {rule} is said to be broken" for rule in sorted(said - self.broken - self.unchecked)]
        rules = {f["rule"] for f in findings}
        loud = {f["rule"] for f in findings if f["severity"] != "info" and not is_relation(f["rule"])}
        found += [f"{code} is not found" for code in sorted(self.codes - rules)]
        found += [f"{code} is found for nothing" for code in sorted(loud - self.codes)]
        return found


def is_relation(rule):
    """Ids of relations begin with their table; codes do not."""
    return rule.startswith(("requests.", "disputes."))


def cases():
    """name -> Case, of all of them."""
    with open(HERE / "truth.json", encoding="utf-8") as file:
        truth = json.load(file)
    return {name: Case(name, case, truth["reports"][case["report"]])
            for name, case in truth["cases"].items()}


def convert(program, document):
    """The bytes that `gouji convert` prints, in English."""
    done = subprocess.run([program, "convert", str(document)], stdin=subprocess.DEVNULL, check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "LC_ALL": "C.UTF-8"})
    if done.returncode != 0:
        raise RuntimeError(f"exit status {done.returncode}: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout
