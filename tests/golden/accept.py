#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""accept.py PROGRAM [CASE...]: writes goldens (all, or those named) of what PROGRAM prints now.

A golden is written only when it is right by truth.json; else it says why not and leaves the old
one. Look at the difference before it is committed all the same.
"""
import json
import sys

import truth


def main(program, *names):
    refused = 0
    for name, case in truth.cases().items():
        if names and name not in names:
            continue
        try:
            printed = truth.convert(program, case.document)
            complaints = case.complaints(json.loads(printed))
        except RuntimeError as error:
            complaints = [str(error)]
        if complaints:
            refused += 1
            for complaint in complaints[:5]:
                print(f"{name}: {complaint}")
            if len(complaints) > 5:
                print(f"{name}: ... {len(complaints) - 5} more")
        elif not case.golden.exists() or case.golden.read_bytes() != printed:
            case.golden.write_bytes(printed)
            print(f"{name}: written")
    print(f"{refused} refused")
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
