#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check.py PROGRAM CASE: is what PROGRAM reads in a fixture its golden, valid, and the truth?

Three independent questions, so that a golden that was accepted wrongly cannot hide a mistake.
"""
import difflib
import json
import subprocess
import sys

import jsonschema

import truth


def main(program, name):
    case = truth.cases()[name]
    printed = truth.convert(program, case.document)
    answer = json.loads(printed)
    complaints = case.complaints(answer)

    schema = json.loads(subprocess.run([program, "convert", "--schema"], check=True,
                                       stdout=subprocess.PIPE).stdout)
    jsonschema.validators.validator_for(schema).check_schema(schema)
    for error in jsonschema.validators.validator_for(schema)(schema).iter_errors(answer):
        complaints.append(f"schema: {'/'.join(map(str, error.absolute_path))}: {error.message}")

    if not case.golden.exists():
        complaints.append(f"there is no golden: tests/golden/accept.py {program} {name}")
    elif case.golden.read_bytes() != printed:
        lines = difflib.unified_diff(case.golden.read_text(encoding="utf-8").splitlines(),
                                     printed.decode().splitlines(), "golden", "printed", lineterm="", n=0)
        complaints += [f"differs from its golden; when that is right: tests/golden/accept.py {program} {name}",
                       *list(lines)[:40]]
    for complaint in complaints[:60]:
        print(f"{name}: {complaint}")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
