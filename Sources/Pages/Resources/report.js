// Draws the charts one after the other, and offers their numbers as tables and files.
const panels = [...document.querySelectorAll(".panel")];
const specificationOf = (panel) => JSON.parse(panel.querySelector("script").textContent);
const rowsOf = (panel) => specificationOf(panel).datasets.rows;
const shown = (value) =>
  value === null || value === undefined ? "" : typeof value === "number"
    ? value.toLocaleString("en", { maximumFractionDigits: 4, useGrouping: Math.abs(value) >= 10000 }) : String(value);

function table(rows) {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const result = document.createElement("table");
  const head = result.createTHead().insertRow();
  for (const column of columns) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.textContent = column.replaceAll("_", " ");
    head.append(cell);
  }
  const body = result.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    for (const column of columns) {
      const cell = line.insertCell();
      cell.textContent = shown(row[column]);
      if (typeof row[column] === "number") cell.className = "number";
    }
  }
  return result;
}

function csv(rows) {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cell = (value) => {
    const text = value === null || value === undefined ? "" : String(value);
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [columns, ...rows.map((row) => columns.map((column) => row[column]))]
    .map((line) => line.map(cell).join(",") + "\n").join("");
}

function save(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

// A table is made when it is opened.
const fillings = new Map();
function offer(details, rows) {
  fillings.set(details, () => {
    const place = details.querySelector(".rows");
    if (!place.hasChildNodes()) place.append(table(rows()));
  });
  details.addEventListener("toggle", () => {
    if (details.open) fillings.get(details)();
  });
}

for (const panel of panels) {
  offer(panel.querySelector("details"), () => rowsOf(panel));
  panel.querySelector("button").addEventListener("click", () => save(csv(rowsOf(panel)), `${panel.dataset.file}.csv`));
}
for (const details of document.querySelectorAll(".caution details")) {
  offer(details, () => JSON.parse(details.querySelector("script").textContent));
}

// On paper nothing can be opened. What the style leaves out of it stays shut.
let openedForPaper = [];
addEventListener("beforeprint", () => {
  openedForPaper = [...document.querySelectorAll("main details:not(.tools *):not([open])")];
  for (const details of openedForPaper) {
    details.open = true;
    fillings.get(details)?.();
  }
});
addEventListener("afterprint", () => {
  for (const details of openedForPaper) details.open = false;
});

async function draw() {
  for (const panel of panels) {
    // Errors are told; what the library advises authors of charts is not for readers.
    const options = { renderer: "svg", actions: false, logLevel: 1, tooltip: { theme: "page" } };
    try {
      const picture = panel.querySelector(".picture");
      const label = picture.getAttribute("aria-label");
      await drawChart(picture, specificationOf(panel), options);
      // The picture speaks through its label, for which the library puts one of its own, and its numbers.
      picture.setAttribute("role", "img");
      picture.setAttribute("aria-label", label);
      picture.removeAttribute("aria-roledescription");
      picture.querySelector("svg").setAttribute("aria-hidden", "true");
      panel.dataset.drawn = "yes";
    } catch (error) {
      panel.dataset.drawn = "no";
      console.error(`${panel.id}: ${error}`);
    }
    await new Promise(requestAnimationFrame);
  }
  document.documentElement.dataset.drawn = "all";
}

draw();
