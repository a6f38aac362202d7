// The inspector: what is typed is an event for Python; tables are sorted here.
(() => {
  const sort = (button) => {
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

  let left = "";  // what had the focus before Python filled the room anew
  let draft = null;  // typed meanwhile, and not looked for yet
  // Who goes to the field while the room is being filled is still there after.
  document.addEventListener("focusin", ({ target }) => {
    left = target.matches("#inspector form.look input") ? "form.look input" : "";
  });
  youju.filled.inspector = (element, trigger) => {
    const form = element.querySelector("form.look");
    if (!form || form.dataset.wired) return;
    form.dataset.wired = "yes";
    const input = form.querySelector("input");
    if (draft !== null) input.value = draft;
    input.addEventListener("input", () => (draft = input.value));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      [left, draft] = ["form.look input", null];
      const way = element.querySelector("[data-mode][aria-pressed=true]");
      trigger("look", { text: input.value, mode: way.dataset.mode });
    });
    youju.all("[data-do=look]", element).forEach((button) => {
      const [name] = ["mode", "year"].filter((one) => one in button.dataset);
      const same = name && `[data-${name}="${CSS.escape(button.dataset[name])}"]`;
      button.addEventListener("click", () => {
        left = same ?? "form.look input";
        if (name !== "mode") return;
        draft = null;
        press(button);
      });
    });
    youju.all("[data-column]", element).forEach((button) => {
      button.addEventListener("click", () => sort(button));
    });
    youju.all("tr[data-doc]", element).forEach((row) => {
      row.addEventListener("keydown", (event) => event.key === "Enter" && row.click());
    });
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
