#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is read off the open document: reading_test.py GOUJI.OXT GOUJI FIXTURES. Numbering, headings, tracked changes, notes, tables
in cells, and tables whose walk contradicts itself."""
import json
import sys

from office import check, run_tests, start_office
from tables_test import write_docx

FLAT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles><text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/></text:outline-style>
<style:style style:name="Heading_20_1" style:family="paragraph" style:default-outline-level="1"/>
<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/></text:list-style>
<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style></office:styles>
<office:body><office:text>{}</office:text></office:body></office:document>
"""


def cell(content, more=""):
    return f"<table:table-cell{more}>{content}</table:table-cell>"


def row(*cells):
    return "<table:table-row>" + "".join(cells) + "</table:table-row>"


def table(columns, *rows, name="T"):
    return f'<table:table table:name="{name}"><table:table-column table:number-columns-repeated="{columns}"/>' + "".join(rows) + "</table:table>"


def p(text):
    return f"<text:p>{text}</text:p>"


def item(text, style="L", more=""):
    return f'<text:list text:style-name="{style}"{more}><text:list-item>{p(text)}</text:list-item></text:list>'


def read(office, path):
    """Each block of the flow: a paragraph's text, or a table as {(row, column): text} with its depth."""
    document = office.load(path.as_uri())
    blocks = json.loads(office.dispatch(document, "inspect").Result)["flow"]
    document.close(True)
    return [b["paragraph"] if "paragraph" in b else (b["depth"], {(c["r0"], c["c0"]): c["text"] for c in b["cells"]}) for b in blocks]


def read_flat(office, name, content):
    path = office.folder / f"{name}.fodt"
    path.write_text(FLAT.format(content), "utf-8")
    return read(office, path)


def read_body(office, name, body):
    path = office.folder / f"{name}.docx"
    write_docx(path, body)
    return read(office, path)


def expect(what, got, wanted):
    check(what, got == wanted, f"{got} for {wanted}")


def test_numbering(office):
    heading = '<text:h text:style-name="Heading_20_1" text:outline-level="1">{}</text:h>'
    expect("headings are numbered, in document order", read_flat(office, "headings", heading.format("总体情况") + p("前") + table(1, row(cell(p("表")))) + heading.format("收费")),
           ["一、总体情况", "前", (0, {(0, 0): "表"}), "二、收费"])
    expect("labels of lists in cells are read, bullets are not", read_flat(office, "lists", table(2, row(cell(item("国家秘密")), cell(item("5", more=' text:continue-numbering="true"'))),
                                                                                                  row(cell(item("点", "B")), cell(p("7"))))),
           [(0, {(0, 0): "1.国家秘密", (0, 1): "2.5", (1, 0): "点", (1, 1): "7"})])


def test_left_out(office):
    deletion = ('<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>x</dc:creator><dc:date>2024-01-01T00:00:00</dc:date>'
                '</office:change-info><text:p>3</text:p></text:deletion></text:changed-region></text:tracked-changes>')
    note = '<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note>'
    remark = '<office:annotation><dc:creator>x</dc:creator><text:p>?</text:p></office:annotation>'
    expect("tracked deletions, notes and comments are left out",
           read_flat(office, "left_out", deletion + table(3, row(cell(p('<text:change text:change-id="c1"/>12')), cell(p(f"1.0{note}")), cell(p(f"4{remark}"))))),
           [(0, {(0, 0): "12", (0, 1): "1.0", (0, 2): "4"})])
    run = "<w:r><w:t>{}</w:t></w:r>"
    tc = "<w:tc><w:tcPr><w:tcW w:w=\"2000\" w:type=\"dxa\"/></w:tcPr><w:p>{}</w:p></w:tc>"
    gone = '<w:del w:id="1" w:author="x" w:date="2024-01-01T00:00:00Z"><w:r><w:delText>{}</w:delText></w:r></w:del>'
    grid = "<w:tblPr/><w:tblGrid><w:gridCol w:w=\"2000\"/><w:gridCol w:w=\"2000\"/></w:tblGrid>"
    rows = ("<w:tr>" + tc.format(run.format("甲")) + tc.format(run.format("1")) + "</w:tr>"
            + '<w:tr><w:trPr><w:del w:id="2" w:author="x" w:date="2024-01-01T00:00:00Z"/></w:trPr>' + tc.format(gone.format("乙")) + tc.format(gone.format("2")) + "</w:tr>"
            + "<w:tr>" + tc.format(run.format("丙")) + tc.format(run.format("3")) + "</w:tr>")
    expect("a row that was deleted with changes tracked is left out", read_body(office, "deleted_row", f"<w:tbl>{grid}{rows}</w:tbl><w:p/>"),
           [(0, {(0, 0): "甲", (0, 1): "1", (1, 0): "丙", (1, 1): "3"})])
    merged = rows.replace("<w:tcPr>", '<w:tcPr><w:vMerge w:val="restart"/>', 1).replace(tc.format(gone.format("乙")), tc.format("").replace("<w:tcPr>", "<w:tcPr><w:vMerge/>"))
    expect("also below a cell that spans into it", read_body(office, "deleted_under", f"<w:tbl>{grid}{merged}</w:tbl><w:p/>"),
           [(0, {(0, 0): "甲", (0, 1): "1", (1, 0): "丙", (1, 1): "3"})])
    expect("a row that is merely empty is kept", read_flat(office, "empty_row", table(2, row(cell(p("甲")), cell(p("1"))), row(cell(p("")), cell(p(""))))),
           [(0, {(0, 0): "甲", (0, 1): "1", (1, 0): "", (1, 1): ""})])


def test_tables(office):
    inner = table(1, row(cell(p("内"))), name="inner")
    expect("a table in a cell follows its table", read_flat(office, "nested", table(2, row(cell(p("外") + inner), cell(p("9")))) + p("后")),
           [(0, {(0, 0): "外", (0, 1): "9"}), (1, {(0, 0): "内"}), "后"])
    split = '<table:table table:is-sub-table="true"><table:table-column table:number-columns-repeated="2"/>{}</table:table>'
    halves = split.format(row(cell(p("一")), cell(p("二"))) + row(cell(p("三")), cell(p("四"))))
    got = read_flat(office, "split", p("前") + table(3, row(cell(halves), cell(p("中")), cell(halves)), row(cell(p("甲")), cell(p("乙")), cell(p("丙")))))
    texts = sorted(text for block in got if isinstance(block, tuple) for text in block[1].values() if text)
    expect("a table whose walk contradicts itself is read from the export", (got[0], texts), ("前", sorted("一二三四中一二三四甲乙丙")))
    expect("two tables that touch are two tables", read_flat(office, "two", table(1, row(cell(p("a")))) + table(1, row(cell(p("b"))), name="U")),
           [(0, {(0, 0): "a"}), (0, {(0, 0): "b"})])


def with_office(folder):
    with start_office(folder, sys.argv[1]) as office:
        test_numbering(office)
        test_left_out(office)
        test_tables(office)
        check("the office quits with status 0", office.quit() == 0)


if __name__ == "__main__":
    sys.exit(run_tests(with_office))
