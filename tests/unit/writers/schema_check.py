#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""schema_check.py SCHEMA DOCUMENT...: says what in a document the schema forbids. Exit status 77: no validator installed."""
import json
import sys

try:
    import jsonschema
except ImportError:
    print("python3-jsonschema is not installed: skipped")
    sys.exit(77)

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
wrong = 0
for path in sys.argv[2:]:
    with open(path, encoding="utf-8") as file:
        for error in validator.iter_errors(json.load(file)):
            print(f"{path}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
            wrong += 1
sys.exit(1 if wrong else 0)
