#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""gouji page in a real browser: what a person clicks, types and sees. Screenshots go to the build folder."""
import contextlib
import os
import pathlib
import shutil
import sqlite3
import time
import unittest

from browser import Browser
from program import FIXTURES, PROGRAM, ProgramTest, gouji

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SHOTS = pathlib.Path(PROGRAM).parent / "screenshots"
HOSTILE = "</script><img src=x onerror=alert(1)>\"'&\u202efdp"
TEXT = "document.querySelector({!r}).textContent"
ROWS = "document.querySelectorAll('#findings tbody tr:not(.more)').length"
STATUS = TEXT.format("#findings [role=status]")


def make_archive(folder, *inputs):
    archive = folder / "archive.db"
    gouji("bulk", *inputs, "-o", archive, "--quiet")
    return archive


def change(archive, script, *parameters):
    with contextlib.closing(sqlite3.connect(archive)) as database:
        if parameters:
            database.execute(script, parameters)
        else:
            database.executescript(script)
        database.commit()


# A hundred reports with findings made ten thousand: rows of every table again and again, under other hashes and agencies.
MULTIPLY = """
PRAGMA foreign_keys=OFF; PRAGMA synchronous=OFF; PRAGMA journal_mode=OFF;
CREATE TEMP TABLE base AS SELECT id, row_number() OVER (ORDER BY sha256) AS place FROM document WHERE layout IS NOT NULL;
CREATE TEMP TABLE copy AS WITH RECURSIVE n(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < 2000)
  SELECT k, k * 1000000 AS more FROM n WHERE k <= 10000 / (SELECT count(*) FROM base);
INSERT INTO document SELECT d.id + more, 'copy' || k || '-' || d.sha256, bytes, format, pages, layout, agency || '第' || (k % 700) || '分局',
  year - k % 4, title, score, microseconds, run FROM document d JOIN base b ON b.id = d.id, copy;
INSERT INTO source SELECT 'province/' || k || '/' || path, s.bytes, modified, document + more, NULL, NULL
  FROM source s JOIN base b ON b.id = s.document, copy GROUP BY document, k;
INSERT INTO value SELECT document + more, field, state, number, exact, raw, page, tbl, row, col, x0, y0, x1, y1, anchor
  FROM value v JOIN base b ON b.id = v.document, copy WHERE b.place % 8 = k % 8;
INSERT INTO finding SELECT f.id + more, document + more, position, rule, severity, message_en, message_zh, expected, actual, quote, NULL
  FROM finding f JOIN base b ON b.id = f.document, copy;
INSERT INTO finding_field SELECT finding + more, position, field FROM finding_field, copy;
INSERT INTO drawing SELECT document + more, tbl, packed FROM drawing d JOIN base b ON b.id = d.document, copy;
"""


@unittest.skipUnless(CHROMIUM, "no Chromium here: install Debian's package chromium")
class PageTest(ProgramTest):
    def setUp(self):
        super().setUp()
        SHOTS.mkdir(exist_ok=True)

    def make_page(self, archive, *options, locale="C"):
        page = self.folder / "page.html"
        done = gouji("page", archive, "-o", page, *options, locale=locale)
        self.assertEqual(done.status, 0, done.err)
        return page

    def assert_quiet(self, browser, page):
        """Nothing was complained of, nothing fetched but the page itself and the pictures in it."""
        self.assertEqual(browser.complaints, [])
        self.assertEqual([r for r in browser.requests if not r.startswith(("data:", page.resolve().as_uri()))], [])

    def test_a_person_finds_and_sees_what_is_wrong(self):
        page = self.make_page(make_archive(self.folder, FIXTURES))
        with Browser(CHROMIUM) as browser:
            browser.open(page)
            browser.screenshot(SHOTS / "page-en-light.png", whole=True)
            self.assertEqual(browser.ask("document.documentElement.lang"), "en")
            self.assertGreaterEqual(browser.ask("document.querySelectorAll('.chart svg').length"), 3)
            self.assertTrue(browser.ask("[...document.querySelectorAll('.chart svg')].every(s => s.getAttribute('aria-label').includes('2023'))"))

            # Sorting: errors stand first; a click on the heading turns the order.
            self.assertEqual(browser.ask(TEXT.format("#findings .badge")), "error")
            browser.click("#findings th:first-child button")
            self.assertEqual(browser.ask("document.querySelector('#findings th').getAttribute('aria-sort')"), "descending")
            self.assertEqual(browser.ask(TEXT.format("#findings .badge")), "info")
            browser.click("#findings th:first-child button")

            # A rule's findings are a click away, and the filter can be taken off.
            all_findings = browser.ask(STATUS)
            browser.click("#rules button.link")
            self.assertNotEqual(browser.ask(STATUS), all_findings)
            self.assertEqual(browser.ask("new Set([...document.querySelectorAll('#findings tbody td:nth-child(5)')].map(e => e.textContent)).size"), 1)
            browser.click("#findings .chip")
            self.assertEqual(browser.ask(STATUS), all_findings)

            # "/" and typing search; Enter opens the finding.
            browser.press("/")
            browser.type("000-wrong-cell-pdf nothing has this name")
            self.assertEqual(browser.ask(ROWS), 0)
            browser.ask("document.activeElement.select()")
            browser.type("requests.")
            self.assertGreater(browser.ask(ROWS), 0)
            browser.ask("document.activeElement.select()")
            browser.type(".pdf requests.")
            browser.ask("document.querySelector('#findings button.toggle').focus()")
            browser.press("Enter")
            picture = browser.ask("""(async () => { const image = document.querySelector('#findings tr.more .sheet img'); await image.decode();
              const sheet = image.getBoundingClientRect(), marks = [...document.querySelectorAll('#findings tr.more .sheet rect')].map(r => r.getBoundingClientRect());
              return {width: image.naturalWidth, inside: marks.length > 0 && marks.every(m => m.left >= sheet.left - 1 && m.right <= sheet.right + 1 && m.top >= sheet.top - 1 && m.bottom <= sheet.bottom + 1)}; })()""")
            self.assertGreater(picture["width"], 300)
            self.assertTrue(picture["inside"])
            browser.ask("document.querySelector('#findings tr.opened').scrollIntoView()")
            browser.screenshot(SHOTS / "page-picture.png")

            # Arrow keys walk, Escape closes.
            browser.press("Escape")
            self.assertEqual(browser.ask("document.querySelectorAll('#findings tr.more').length"), 0)
            browser.press("ArrowDown")
            self.assertEqual(browser.ask("[...document.querySelectorAll('#findings button.toggle')].indexOf(document.activeElement)"), 1)
            browser.press("ArrowUp")
            self.assertEqual(browser.ask("[...document.querySelectorAll('#findings button.toggle')].indexOf(document.activeElement)"), 0)

            # A format without pages: the table is drawn, its cells marked.
            browser.ask("(e => { e.value = '.docx requests.balance'; e.oninput(); })(document.getElementById('findings-search'))")
            browser.click("#findings button.toggle")
            self.assertGreater(browser.ask("document.querySelectorAll('#findings table.drawn td.marked').length"), 0)

            # A sentence is marked in its paragraph.
            browser.ask("(e => { e.value = '004-narrative-mismatch narrative'; e.oninput(); })(document.getElementById('findings-search'))")
            browser.click("#findings button.toggle")
            sentence, paragraph = browser.ask(TEXT.format("#findings blockquote mark")), browser.ask(TEXT.format("#findings blockquote"))
            self.assertIn(sentence, paragraph)
            self.assertGreater(len(paragraph), len(sentence))
            browser.ask("(e => { e.value = '.docx requests.balance'; e.oninput(); })(document.getElementById('findings-search'))")

            # The other language, dark, narrow, on paper.
            browser.click("button.language")
            self.assertEqual(browser.ask("document.documentElement.lang"), "zh-CN")
            self.assertEqual(browser.ask(TEXT.format("#findings .badge")), "错误")
            self.assertEqual(browser.ask("document.getElementById('findings-search').value"), ".docx requests.balance")
            light = browser.ask("getComputedStyle(document.body).backgroundColor")
            browser.scheme("dark")
            self.assertTrue(browser.until(f"getComputedStyle(document.body).backgroundColor !== {light!r}"))
            browser.screenshot(SHOTS / "page-zh-dark.png", whole=True)
            browser.scheme("light")
            browser.size(400, 900)
            self.assertTrue(browser.until("document.documentElement.scrollWidth <= 400"))
            browser.screenshot(SHOTS / "page-narrow.png", whole=True)
            browser.print(SHOTS / "page.pdf")
            self.assert_quiet(browser, page)

    def test_the_page_of_one_report_is_whole_in_itself(self):
        for locale, language in (("C", "en"), ("zh_CN.UTF-8", "zh-CN")):
            page = self.folder / f"findings-{language}.html"
            gouji("validate", FIXTURES / "000-wrong-cell" / "000-wrong-cell.pdf", FIXTURES / "004-narrative-mismatch" / "004-narrative-mismatch.docx",
                  "--format", "html", "-o", page, locale=locale)
            with Browser(CHROMIUM) as browser:
                browser.open(page)
                self.assertEqual(browser.ask("document.documentElement.lang"), language)
                browser.screenshot(SHOTS / f"findings-{language}-light.png", whole=True)
                self.assertEqual(browser.ask("document.querySelectorAll('blockquote mark').length"), 1)
                browser.click("ol.findings a")  # from the finding to its cell
                self.assertTrue(browser.until("document.querySelector(':target')?.className === 'error'"))
                light = browser.ask("getComputedStyle(document.body).backgroundColor")
                browser.scheme("dark")
                self.assertTrue(browser.until(f"getComputedStyle(document.body).backgroundColor !== {light!r}"))
                browser.screenshot(SHOTS / f"findings-{language}-dark.png", whole=True)
                browser.size(400, 900)
                self.assertTrue(browser.until("document.documentElement.scrollWidth <= 400"))
                browser.print(SHOTS / f"findings-{language}.pdf")
                self.assert_quiet(browser, page)

    def test_what_a_document_says_stays_text(self):
        inputs = self.folder / "in"
        inputs.mkdir()
        for document in FIXTURES.glob("*-wrong-total/*.*"):
            if document.suffix != ".json":
                shutil.copy(document, inputs / (HOSTILE.replace("/", "∕") + document.suffix))
        shutil.copy(FIXTURES / "000-plain" / "000-plain.docx", inputs / os.fsdecode(b"bytes-\xff-\n.docx"))
        archive = make_archive(self.folder, inputs)
        change(archive, "UPDATE document SET agency=?1, title=?1", HOSTILE)
        change(archive, "UPDATE finding SET message_en=?1 || message_en, message_zh=?1, quote=?1", HOSTILE)
        change(archive, "UPDATE finding SET rule=?1 WHERE id=1", HOSTILE)
        page = self.make_page(archive, locale="C.UTF-8")
        self.assertNotIn("\u202e", page.read_text())
        with Browser(CHROMIUM) as browser:
            browser.open(page)
            for button in range(browser.ask("document.querySelectorAll('#findings button.toggle').length")):
                browser.ask(f"(document.querySelectorAll('#findings button.toggle')[{button}].click(), 1)")
            self.assertEqual(browser.ask("document.querySelectorAll('img:not(.sheet img), main script').length"), 0)
            self.assertIn("</script><img src=x onerror=alert(1)>\"'&⟨U+202E⟩fdp", browser.ask(TEXT.format("#findings tbody td:nth-child(2)")))
            self.assertIn("</script>", browser.ask(TEXT.format("#findings tr.more blockquote")))
            browser.screenshot(SHOTS / "page-hostile.png", whole=True)
            self.assert_quiet(browser, page)

    def test_ten_thousand_reports_are_usable(self):
        archive = make_archive(self.folder, FIXTURES)
        change(archive, MULTIPLY)
        started = time.monotonic()
        page = self.make_page(archive)
        making = time.monotonic() - started
        with Browser(CHROMIUM) as browser:
            browser.open(page)
            figures = browser.ask("""(() => { const t = performance.getEntriesByType('navigation')[0];
              const paint = performance.getEntriesByName('first-contentful-paint')[0];
              return {paint: paint ? paint.startTime : null, load: t.loadEventEnd, nodes: document.querySelectorAll('*').length, reports: documents.length, findings: findings.length}; })()""")
            self.assertGreaterEqual(figures["reports"], 10_000)
            self.assertLess(figures["nodes"], 5_000)
            took = {}
            for what, step in {
                    "the first search": "e.value = '分局'; e.oninput()", "a search": "e.value = '第12分局 requests'; e.oninput()",
                    "a letter more": "e.value = '第12分局 requests.b'; e.oninput()", "no search": "e.value = ''; e.oninput()",
                    "sorting by agency": "document.querySelector('#findings th:nth-child(2) button').click()",
                    "sorting by file": "document.querySelector('#findings th:nth-child(6) button').click()",
                    "opening the first finding": "document.querySelector('#findings button.toggle').click()",
                    "opening another": "document.querySelectorAll('#findings button.toggle')[1].click()"}.items():
                took[what] = browser.ask(f"""(() => {{ const e = document.getElementById('findings-search'), start = performance.now();
                  {step}; document.body.getBoundingClientRect(); return performance.now() - start; }})()""")
            print(f"\n{figures['reports']} reports, {figures['findings']} findings: made in {making:.1f} s, {page.stat().st_size / 1e6:.1f} MB, {figures['nodes']} elements, "
                  f"first paint {figures['paint'] or 0:.0f} ms, loaded {figures['load']:.0f} ms; " + ", ".join(f"{what} {ms:.0f} ms" for what, ms in took.items()), flush=True)
            self.assert_quiet(browser, page)


if __name__ == "__main__":
    unittest.main(verbosity=2)
