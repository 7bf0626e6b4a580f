"""Prints a page on A4 portrait with headless Chromium, reads the sheets back, and tells all that is lost.

    print_page.py PAGE CHROMIUM [FOLDER]

For margins of 0, 10 and 20 mm: every heading, sentence and caption, and of every table each row with each of its columns,
is on paper in its order; no word reaches over the margin; nothing that is cut off on paper is wider than its place; no
word of a picture lies outside it; what can be opened on the screen is open on paper, and shut again afterwards. The sheets are read by pdftotext of poppler-utils. Prints one line for each fault; the
exit code is their number. With a folder, leaves the sheets there.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

from playwright.sync_api import sync_playwright

# Points of A4, and how much of a point is no fault.
WIDTH, SLACK = 595.28, 1.0

TEXTS = """() => {
  const isShown = element => element.getClientRects().length > 0;
  const text = element => element.textContent.trim();
  const blocks = [...document.querySelectorAll('h1, h2, h3, h4, main p, main li, caption, figcaption')]
    .filter(element => isShown(element) && !element.closest('noscript')).map(text);
  const rows = [...document.querySelectorAll('main tr')].filter(isShown).map(row => [...row.cells].map(cell => {
    const label = getComputedStyle(cell, '::before').content.replace(/^"|"$/g, '');
    const heading = cell.dataset.label ?? '';
    // What a cell is of stands before it or at the top of its column.
    const top = cell.closest('table').tHead?.rows[0];
    const isNamed = label === heading || heading === '' || (top && isShown(top));
    return {text: (label === 'none' || label === 'normal' ? '' : label) + text(cell), isNamed, heading};
  }));
  return {blocks, rows};
}"""

CUT = """() => {
  const faults = [];
  for (const element of document.querySelectorAll('body *')) {
    if (element.closest('svg') || element.getClientRects().length === 0) continue;
    const style = getComputedStyle(element);
    const isCut = [style.overflowX, style.overflowY].some(value => value !== 'visible');
    const name = element.tagName.toLowerCase() + (element.className ? '.' + element.className : '');
    if (isCut && element.scrollWidth > element.clientWidth + 1) {
      faults.push(`${name} cuts off ${element.scrollWidth - element.clientWidth} pixels`);
    }
    if (isCut && element.scrollHeight > element.clientHeight + 1) {
      faults.push(`${name} cuts off ${element.scrollHeight - element.clientHeight} pixels below`);
    }
  }
  for (const summary of document.querySelectorAll('main summary')) {
    const details = summary.parentElement;
    const isFilled = details.querySelector('.rows')?.hasChildNodes() ?? true;
    const isShown = summary.getClientRects().length > 0;
    if (isShown && !(details.open && isFilled)) faults.push(`shut: ${summary.textContent.trim()}`);
  }
  for (const panel of document.querySelectorAll('.panel')) {
    const picture = panel.querySelector('svg');
    if (!picture) continue;
    const place = picture.getBoundingClientRect();
    for (const word of picture.querySelectorAll('text')) {
      const box = word.getBoundingClientRect();
      if (word.textContent && (box.left < place.left - 1 || box.right > place.right + 1
          || box.top < place.top - 1 || box.bottom > place.bottom + 1)) {
        faults.push(`${panel.id}: '${word.textContent}' lies outside of its picture`);
      }
    }
  }
  return faults;
}"""

# Chromium tells a page that it is printed to PDF, as it does before paper. The page opens what is shut, and is read then.
READ = """() => addEventListener('beforeprint', () => {
  window.onPaper = {texts: (TEXTS)(), faults: (CUT)()};
})""".replace("TEXTS", TEXTS).replace("CUT", CUT)

OPEN = "() => [...document.querySelectorAll('main details[open]')].map(details => details.firstElementChild.textContent)"


def squeezed(text):
    """A text without white space, which lines and sheets break as they like."""
    return re.sub(r"\s+", "", text)


def read(command, path):
    return subprocess.run(["pdftotext", *command, str(path), "-"], capture_output=True, check=True, text=True).stdout


def faults_of_sheets(path, texts, margin):
    faults = []
    printed = squeezed(read(["-raw"], path))
    for block in texts["blocks"]:
        if squeezed(block) not in printed:
            faults.append(f"lost: {block[:80]}")
    for row in texts["rows"]:
        lost = [cell for cell in row if squeezed(cell["text"]) not in printed]
        faults += [f"lost: {cell['heading']} {cell['text']} of {row[0]['text']}" for cell in lost]
        faults += [f"no column: {cell['heading']} of {row[0]['text']}" for cell in row if not cell["isNamed"]]
        if not lost and squeezed("".join(cell["text"] for cell in row)) not in printed:
            faults.append(f"out of order: the row {row[0]['text']}")
    points = margin * 72 / 25.4
    for low, high, word in re.findall(r'<word xMin="([\d.-]+)".*?xMax="([\d.-]+)".*?>(.*?)</word>', read(["-bbox"], path)):
        if float(low) < points - SLACK or float(high) > WIDTH - points + SLACK:
            faults.append(f"over the margin: {word}")
    return faults


def main():
    page_path = pathlib.Path(sys.argv[1]).resolve()
    folder = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else pathlib.Path(tempfile.mkdtemp())
    faults = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=sys.argv[2], args=["--no-sandbox"])
        page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
        page.goto(page_path.as_uri())
        page.wait_for_selector("html[data-drawn=all]", state="attached", timeout=120_000)
        page.evaluate(READ)
        page.emulate_media(media="print")
        for margin in (0, 10, 20):
            page.set_viewport_size({"width": round((210 - 2 * margin) * 96 / 25.4), "height": 900})
            page.wait_for_timeout(500)
            path = folder / f"{page_path.stem}-{margin}.pdf"
            sides = {side: f"{margin}mm" for side in ("top", "bottom", "left", "right")}
            page.pdf(path=path, format="A4", margin=sides)
            on_paper = page.evaluate("onPaper")
            texts = on_paper["texts"]
            found = on_paper["faults"] + faults_of_sheets(path, texts, margin)
            found += [f"left open: {summary}" for summary in page.evaluate(OPEN)]
            faults += [f"{margin} mm: {fault}" for fault in found]
            print(f"{margin} mm: {len(texts['rows'])} rows, {len(texts['blocks'])} sentences", file=sys.stderr)
        browser.close()
    if len(sys.argv) <= 3:
        for path in folder.iterdir():
            path.unlink()
        folder.rmdir()
    print("\n".join(faults))
    sys.exit(min(len(faults), 100))


main()
