// Lets a reader sort the tables of a result; without script they stand in the order of ranks.

const missing = (value) => value === "" || value === null;

function compare(a, b, direction) {
  if (missing(a) || missing(b)) return missing(a) - missing(b);
  return (Number(a) - Number(b)) * direction;
}

function sortBy(table, column, direction) {
  const body = table.tBodies[0];
  const rows = Array.from(body.rows, (row) => ({ row, value: row.cells[column].getAttribute("data-v") }));
  rows.sort((a, b) => compare(a.value, b.value, direction));
  body.append(...rows.map((entry) => entry.row));
  for (const head of table.tHead.rows[0].cells) head.removeAttribute("aria-sort");
  table.tHead.rows[0].cells[column].setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
}

// Names and ranks begin with the first, figures with the highest.
const beginning = (head) => (head.matches(".c-rank, .c-unit, .c-rank_set") ? 1 : -1);

function sortable(table) {
  const heads = Array.from(table.tHead.rows[0].cells);
  const choice = document.createElement("select");
  heads.forEach((head, column) => {
    const words = head.textContent;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words;
    button.addEventListener("click", () => {
      const now = head.getAttribute("aria-sort");
      const turned = now === "ascending" ? -1 : 1;
      sortBy(table, column, now ? turned : beginning(head));
      choice.value = String(column);
    });
    head.textContent = "";
    head.append(button);
    choice.append(new Option(words, String(column)));
  });
  choice.addEventListener("change", () => sortBy(table, Number(choice.value), beginning(heads[Number(choice.value)])));
  const label = document.createElement("label");
  label.className = "sorting";
  label.append(table.dataset.sortable, choice);
  table.parentElement.before(label);
}

document.querySelectorAll("table[data-sortable]").forEach(sortable);
