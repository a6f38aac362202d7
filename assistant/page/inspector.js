// The inspector: what is typed is an event for Python; tables are sorted here.
(() => {
  youju.local.sort = (button) => {
    const column = Number(button.dataset.column);
    const [head, body] = [button.closest("th"), button.closest("table").tBodies[0]];
    const text = (row) => row.cells[column].textContent.replace("[", "").trim();
    const number = (row) => parseFloat(text(row) || "0");
    const rows = [...body.rows];
    const figures = rows.every((row) => !Number.isNaN(number(row)));
    rows.sort((a, b) => (figures ? number(a) - number(b) : text(a).localeCompare(text(b))));
    const down = head.ariaSort !== "descending";
    youju.all("th", head.parentElement).forEach((th) => th.removeAttribute("aria-sort"));
    head.ariaSort = down ? "descending" : "ascending";
    body.append(...(down ? rows.reverse() : rows));
  };

  // At once: what is typed before the room is filled anew is meant for it.
  const press = (chosen) =>
    youju.all("[data-mode]", chosen.parentElement).forEach((way) => {
      way.ariaPressed = String(way === chosen);
    });

  const FIELD = "form.look input";
  let draft = null;  // typed while Python fills the room anew, and not looked for yet
  let refocus;
  youju.wired.inspector = (element, trigger) => {
    refocus = youju.refocusing(element, FIELD);
    element.addEventListener("input", ({ target }) => {
      if (target.matches(FIELD)) draft = target.value;
    });
    element.addEventListener("submit", (event) => {
      event.preventDefault();
      draft = null;
      const field = element.querySelector(FIELD);
      const { mode } = element.querySelector("[data-mode][aria-pressed=true]").dataset;
      field.focus();
      trigger("look", { text: field.value, mode });
    });
    element.addEventListener("click", ({ target }) => {
      const way = target.closest("[data-mode]");
      if (!way) return;
      draft = null;
      press(way);
    });
  };
  // Where the chart is wider than the page: to the last year that speaks of it, not to empty ones.
  const toBars = (element) => {
    const bars = youju.all(".years li", element);
    const last = bars.findLast((bar) => bar.querySelector("b").textContent);
    if (!last || element.querySelector(".years [aria-pressed=true]")) return;
    const chart = last.parentElement;
    chart.scrollLeft = last.offsetLeft - bars[0].offsetLeft - chart.clientWidth / 2;
  };
  youju.filled.inspector = (element) => {
    toBars(element);
    const input = element.querySelector(FIELD);
    if (!input) return;
    refocus();
    if (draft !== null) input.value = draft;
    else if (document.activeElement === input) input.select();
  };

  // From an answer to how it was found.
  youju.inspect = () => {
    draft = null;
    youju.visit("inspector");
    document.querySelector("#tabs [data-room=inspector]").focus();
  };
})();
