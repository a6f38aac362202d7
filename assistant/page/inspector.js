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
  let left = "";  // what had the focus before Python filled the room anew
  let draft = null;  // typed meanwhile, and not looked for yet
  // Who goes to the field while the room is being filled is still there after.
  document.addEventListener("focusin", ({ target }) => {
    left = target.matches(`#inspector ${FIELD}`) ? FIELD : "";
  });
  youju.wired.inspector = (element, trigger) => {
    element.addEventListener("input", ({ target }) => {
      if (target.matches(FIELD)) draft = target.value;
    });
    element.addEventListener("submit", (event) => {
      event.preventDefault();
      [left, draft] = [FIELD, null];
      const way = element.querySelector("[data-mode][aria-pressed=true]");
      trigger("look", { text: element.querySelector(FIELD).value, mode: way.dataset.mode });
    });
    element.addEventListener("click", ({ target }) => {
      const button = target.closest("[data-do=look]");
      if (!button) return;
      const name = ["mode", "year"].find((one) => one in button.dataset);
      left = name ? `[data-${name}="${CSS.escape(button.dataset[name])}"]` : FIELD;
      if (name !== "mode") return;
      draft = null;
      press(button);
    });
  };
  youju.filled.inspector = (element) => {
    const input = element.querySelector(FIELD);
    if (!input) return;
    if (draft !== null) input.value = draft;
    if (!left) return;
    element.querySelector(left)?.focus();
    if (draft === null && document.activeElement === input) input.select();
  };

  // From an answer to how it was found.
  youju.inspect = () => {
    draft = null;
    youju.visit("inspector");
    document.querySelector("#tabs [data-room=inspector]").focus();
  };
})();
