# SPDX-License-Identifier: GPL-3.0-or-later
"""Text whose columns are lined up with spaces, as pdftotext makes it of the PDF fixtures: numbers are right or flagged."""
import json
import os
import subprocess
import sys
import unittest

from program import HANGS, ROOT, ProgramTest, gouji

sys.path.insert(0, os.fspath(ROOT / "tests" / "golden"))
import truth  # noqa: E402


class SpacedText(ProgramTest):
    def test_no_number_is_wrong_without_a_flag_and_most_are_right(self):
        right = of = 0
        for case in truth.cases().values():
            if case.document.suffix != ".pdf":
                continue
            text = self.folder / f"{case.name}.txt"
            subprocess.run(["pdftotext", "-layout", case.document, text], check=True, timeout=HANGS)
            done = gouji("convert", text)
            with self.subTest(case=case.name):
                self.assertEqual(done.status, 0, done.err)
                answer = json.loads(done.out)
                flagged = {field for finding in answer["findings"] for field in finding["fields"]}
                wrong = case.wrong_fields(answer)
                self.assertEqual([field for field in wrong if field not in flagged
                                  and answer["values"].get(field, {}).get("value") is not None], [])
                right += len(case.values) - len(wrong)
                of += len(case.values)
        self.assertGreater(right / of, 0.8)


if __name__ == "__main__":
    unittest.main()
