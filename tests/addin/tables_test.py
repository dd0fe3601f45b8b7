#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Random merged tables through Writer: tables_test.py GOUJI.OXT GOUJI FIXTURES. 300 tables, also with rows that miss each other by
some twips as dragged borders do, are written as DOCX and must be read off the open document exactly. GOUJI_SEED repeats a run."""
import json
import os
import random
import sys
import zipfile

from office import check, run_tests, start_office

SEED = int(os.environ.get("GOUJI_SEED", "4"))
TABLES, A_DOCUMENT, MOST = 300, 50, 12
JITTERS = (0, 0, 0, 5, 10, 20)  # twips, by document
CONTENT = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
RELATIONS = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="document.xml"/></Relationships>'
BODY = '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}<w:sectPr/></w:body></w:document>'


def random_table(dice):
    """(rows, columns, cells as (row, column, row span, column span)); every grid line shows somewhere."""
    while True:
        rows, columns = dice.randint(1, MOST), dice.randint(1, MOST)
        owner, cells = {}, []
        for row in range(rows):
            for column in range(columns):
                if (row, column) in owner:
                    continue
                height, width = (dice.randint(1, 4), dice.randint(1, 4)) if dice.random() < 0.25 else (1, 1)
                height = min(height, rows - row)
                free = next((w for w in range(1, width) if column + w >= columns or (row, column + w) in owner), width)
                cells.append((row, column, height, free))
                owner.update({(r, c): len(cells) for r in range(row, row + height) for c in range(column, column + free)})
        lines = {c for _, c, _, _ in cells} | {c + w for _, c, _, w in cells}
        # A row whose every cell comes from above has nothing in it: Writer drops it.
        if len(lines) == columns + 1 and {r for r, _, _, _ in cells} == set(range(rows)):
            return rows, columns, cells


def as_docx(table, dice, jitter):
    rows, columns, cells = table
    lines = [0]
    for _ in range(columns):
        lines.append(lines[-1] + dice.randint(400, 1500))
    edges = [[x + (dice.randint(-jitter, jitter) if 0 < i < columns else 0) for i, x in enumerate(lines)] for _ in range(rows)]
    # A merged cell has the same edges in all its rows: Writer takes it apart else.
    for row in range(1, rows):
        for r, c, height, width in cells:
            if r < row < r + height:
                edges[row][c], edges[row][c + width] = edges[row - 1][c], edges[row - 1][c + width]
    every = sorted({x for row in edges for x in row})
    text = "<w:tbl><w:tblPr/><w:tblGrid>" + "".join(f'<w:gridCol w:w="{b - a}"/>' for a, b in zip(every, every[1:])) + "</w:tblGrid>"
    for row in range(rows):
        text += "<w:tr>"
        for r, c, height, width in sorted((cell for cell in cells if cell[0] <= row < cell[0] + cell[2]), key=lambda cell: cell[1]):
            left, right = edges[row][c], edges[row][c + width]
            span = every.index(right) - every.index(left)
            merge = "" if height == 1 else '<w:vMerge w:val="restart"/>' if r == row else "<w:vMerge/>"
            text += (f'<w:tc><w:tcPr><w:tcW w:w="{right - left}" w:type="dxa"/><w:gridSpan w:val="{span}"/>{merge}</w:tcPr><w:p>'
                     + (f"<w:r><w:t>{r}:{c}</w:t></w:r>" if r == row else "") + "</w:p></w:tc>")
        text += "</w:tr>"
    return text + "</w:tbl><w:p/>"


def write_docx(path, body):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", CONTENT)
        package.writestr("_rels/.rels", RELATIONS)
        package.writestr("document.xml", BODY.format(body))


def read_back(office, path):
    """The tables that the extension reads off the open document, in the same shape."""
    document = office.load(path.as_uri())
    read = json.loads(office.dispatch(document, "inspect").Result)
    document.close(True)
    return [(block["rows"], block["columns"], [(c["r0"], c["c0"], c["r1"] - c["r0"] + 1, c["c1"] - c["c0"] + 1, c["text"]) for c in block["cells"]])
            for block in read["flow"] if "rows" in block]


def with_office(folder):
    dice = random.Random(SEED)
    print(f"seed {SEED}")
    right = 0
    with start_office(folder, sys.argv[1]) as office:
        for number in range(TABLES // A_DOCUMENT):
            tables = [random_table(dice) for _ in range(A_DOCUMENT)]
            path = office.folder / f"tables{number}.docx"
            write_docx(path, "".join(as_docx(table, dice, JITTERS[number]) for table in tables))
            wanted = [(rows, columns, sorted((*cell, f"{cell[0]}:{cell[1]}") for cell in cells)) for rows, columns, cells in tables]
            got = read_back(office, path)
            same = sum(a == b for a, b in zip(wanted, got))
            right += same
            wrong = [(a, b) for a, b in zip(wanted, got) if a != b][:1]
            check(f"{A_DOCUMENT} tables, edges off by up to {JITTERS[number]} twips", len(got) == len(wanted) and same == len(wanted), f"{same} of {len(wanted)}; {wrong}")
        print(f"{right} of {TABLES} tables exact")
        check("the office quits with status 0", office.quit() == 0)


if __name__ == "__main__":
    sys.exit(run_tests(with_office))
