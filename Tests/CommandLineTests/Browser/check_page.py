"""Opens a page in headless Chromium and tells all that is wrong with it.

    check_page.py PAGE CHROMIUM [SCREENSHOTS]

For each width and colour scheme: no message on the console, no request beyond the file, every chart drawn with marks
and within its place, no sideways scrolling, no violation of axe-core's rules for WCAG 2.2 A and AA and good practice;
the tables of numbers open and hold the rows of their charts, as does what is downloaded, and a pointer shows values;
numbers in pictures of differences read as in their words.
Prints one line for each fault; the exit code is their
number. With a folder, writes a picture of each view there.
"""

import pathlib
import re
import sys

from axe_core_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}

# What Vega-Lite says of every chart as wide as its place whose height follows from its categories.
ADVICE = 'Dropping "fit-y" because spec has discrete height'

CHARTS = """() => [...document.querySelectorAll('.panel')].map(panel => {
  const picture = panel.querySelector('svg');
  const box = picture ? picture.getBoundingClientRect() : {width: 0, height: 0, right: 0};
  return {
    id: panel.id, drawn: panel.dataset.drawn, label: panel.querySelector('[role=img]')?.ariaLabel ?? '', width: box.width, height: box.height,
    overflow: box.right - panel.getBoundingClientRect().right,
    // Marks, not axes and backgrounds: a chart without data has none.
    marks: picture ? picture.querySelectorAll('.role-mark > *').length : 0,
    broken: picture ? [...picture.querySelectorAll('[d*=NaN], [transform*=NaN]')].length : 0,
  };
})"""

# Numbers in pictures of differences, and those of their words, which are cut where they are many.
LABELS = """() => [...document.querySelectorAll('.panel[id*=-differences-]')].map(panel => ({
  id: panel.id,
  words: panel.querySelector('.picture').getAttribute('aria-label'),
  numbers: [...panel.querySelectorAll('svg .mark-text.role-mark text')].map(text => text.textContent.replace('\u2212', '-'))
    .filter(text => /^[-+]?[0-9,.]+$/.test(text)),
}))"""

NUMBERS = """async () => {
  const faults = [];
  for (const panel of document.querySelectorAll('.panel')) {
    const details = panel.querySelector('details');
    details.open = true;
    await new Promise(done => setTimeout(done, 0));
    await new Promise(requestAnimationFrame);
    const expected = JSON.parse(panel.querySelector('script').textContent).datasets.rows.length;
    const found = details.querySelectorAll('tbody tr').length;
    if (found !== expected) faults.push(`${panel.id}: ${found} of ${expected} numbers shown`);
    details.open = false;
    details.querySelector('.rows')?.replaceChildren();
  }
  for (const details of document.querySelectorAll('.caution details')) {
    details.open = true;
    await new Promise(done => setTimeout(done, 0));
    await new Promise(requestAnimationFrame);
    if (!details.querySelector('tbody tr')) faults.push('assumed values are not shown');
    details.open = false;
    details.querySelector('.rows')?.replaceChildren();
  }
  return faults;
}"""


def faults_of_use(page):
    """Points at a mark and takes the numbers of the first chart."""
    faults = []
    mark = page.locator(".panel .role-mark.mark-symbol > path").first
    mark.scroll_into_view_if_needed()
    mark.hover(force=True)
    page.wait_for_timeout(300)
    if page.locator("#vg-tooltip-element.visible td.value").count() == 0:
        faults.append("no values where the pointer is")
    with page.expect_download() as download:
        page.locator(".panel button").first.click()
    lines = pathlib.Path(download.value.path()).read_text().splitlines()
    rows = page.evaluate("JSON.parse(document.querySelector('.panel script').textContent).datasets.rows")
    if len(lines) != 1 + len(rows) or lines[0] != ",".join(rows[0]):
        faults.append(f"the download holds {len(lines)} lines for {len(rows)} rows")
    return faults


def faults_of_view(browser, page_path, width, scheme, screenshots):
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    view = f"{width} pixels, {scheme}"
    faults = []
    page.on(
        "console",
        lambda message: None if ADVICE in message.text
        else faults.append(f"{view}: console {message.type}: {message.text}"),
    )
    page.on("pageerror", lambda error: faults.append(f"{view}: error: {error}"))
    address = page_path.as_uri()
    page.on(
        "request",
        lambda request: None if request.url == address or request.url.startswith(("data:", "blob:"))
        else faults.append(f"{view}: request for {request.url}"),
    )
    page.goto(address)
    page.wait_for_selector("html[data-drawn=all]", state="attached", timeout=120_000)
    charts = page.evaluate(CHARTS)
    if not charts:
        faults.append(f"{view}: no charts")
    for chart in charts:
        if chart["broken"] or chart["drawn"] != "yes" or chart["marks"] == 0 or chart["width"] < 100 or chart["height"] < 40:
            faults.append(f"{view}: {chart['id']} is not drawn: {chart}")
        if len(chart["label"]) < 40:
            faults.append(f"{view}: {chart['id']} is called '{chart['label']}'")
        if chart["overflow"] > 1:
            faults.append(f"{view}: {chart['id']} is {chart['overflow']:.0f} pixels wider than its place")
    sideways = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if sideways > 0:
        faults.append(f"{view}: the page scrolls sideways by {sideways} pixels")
    if width == 1440 and scheme == "light":
        faults += [f"{view}: {fault}" for fault in page.evaluate(NUMBERS)]
        if all(chart["drawn"] == "yes" for chart in charts):
            faults += [f"{view}: {fault}" for fault in faults_of_use(page)]
    for panel in page.evaluate(LABELS):
        told = re.findall(r"[-+]?[0-9](?:[0-9,.]*[0-9])?", panel["words"])
        if not panel["numbers"]:
            faults.append(f"{view}: {panel['id']} shows no numbers")
        faults += [
            f"{view}: {panel['id']} shows {number}, of which its words do not tell"
            for number in panel["numbers"]
            if number not in told and "the other numbers are in the table" not in panel["words"]
        ]
    if screenshots:
        page.screenshot(path=screenshots / f"{page_path.stem}-{width}-{scheme}.png", full_page=True)
    # Readers of screens are told the label of a chart and its numbers; looking at each of its marks takes minutes.
    page.evaluate("document.querySelectorAll('.picture svg').forEach(picture => picture.remove())")
    for violation in Axe().run(page, options=RULES)["violations"]:
        for node in violation["nodes"][:3]:
            faults.append(f"{view}: {violation['id']}: {violation['help']}: {' '.join(map(str, node['target']))}")
    context.close()
    print(f"{view}: {len(charts)} charts", file=sys.stderr)
    return faults


def main():
    page_path = pathlib.Path(sys.argv[1]).resolve()
    screenshots = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=sys.argv[2], args=["--no-sandbox"])
        faults = [
            fault
            for width in (390, 1440)
            for scheme in ("light", "dark")
            for fault in faults_of_view(browser, page_path, width, scheme, screenshots)
        ]
        browser.close()
    print("\n".join(faults))
    sys.exit(min(len(faults), 100))


main()
