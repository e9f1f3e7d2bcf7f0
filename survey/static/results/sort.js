// Lets a reader sort the tables of a result; without script they stand in the order of ranks.

const missing = (value) => value === "" || value === null;

function compare(a, b, direction) {
  if (missing(a) || missing(b)) return missing(a) - missing(b);
  return (Number(a) - Number(b)) * direction;
}

// Rows of equal value stand as the page gave them: by rank, then in Vietnamese order.
function sortBy(table, rowsAsGiven, column, direction) {
  const body = table.tBodies[0];
  const rows = rowsAsGiven.map((row, place) => ({ row, place, value: row.cells[column].getAttribute("data-v") }));
  rows.sort((a, b) => compare(a.value, b.value, direction) || a.place - b.place);
  body.append(...rows.map((entry) => entry.row));
  for (const head of table.tHead.rows[0].cells) head.removeAttribute("aria-sort");
  table.tHead.rows[0].cells[column].setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
}

// Names and ranks begin with the first, figures with the highest.
const beginning = (head) => (head.matches(".c-rank, .c-unit, .c-rank_set") ? 1 : -1);

function sortable(table) {
  const heads = Array.from(table.tHead.rows[0].cells);
  const rows = Array.from(table.tBodies[0].rows);
  const choice = document.createElement("select");
  heads.forEach((head, column) => {
    const words = head.textContent;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words;
    button.addEventListener("click", () => {
      const now = head.getAttribute("aria-sort");
      const turned = now === "ascending" ? -1 : 1;
      sortBy(table, rows, column, now ? turned : beginning(head));
      choice.value = String(column);
    });
    head.textContent = "";
    head.append(button);
    choice.append(new Option(words, String(column)));
  });
  choice.addEventListener("change", () => {
    const column = Number(choice.value);
    sortBy(table, rows, column, beginning(heads[column]));
  });
  const label = document.createElement("label");
  label.className = "sorting";
  label.append(table.dataset.sortable, choice);
  table.parentElement.before(label);
}

document.querySelectorAll("table[data-sortable]").forEach(sortable);
