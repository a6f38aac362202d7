// The scope: documents are ticked here, one by one or all of a year or folder; Python is told of
// the choice when it is made.
youju.scope = (element, trigger, props, watch) => {
  const { all } = youju;
  const panel = () => element.querySelector(".panel");
  const boxes = () => all("input[type=checkbox]", panel());
  const shown = () => boxes().filter((box) => !box.closest("li").hidden);
  const chosen = () => boxes().filter((box) => box.checked);
  const members = ({ dataset: { year, folder } }) =>
    boxes().filter((box) => (year ? box.dataset.year === year : box.value.startsWith(folder)));

  const count = () => {
    const text = panel().querySelector("[data-count]");
    const words = text.dataset.count.replace("{n}", chosen().length);
    text.textContent = words.replace("{of}", boxes().length);
    all(".groups button", panel()).forEach((group) => {
      const ticked = members(group).map((box) => box.checked);
      const some = ticked.includes(true) ? "mixed" : "false";
      group.setAttribute("aria-pressed", ticked.every(Boolean) ? "true" : some);
    });
  };
  const tick = (some, checked) => {
    some.forEach((box) => (box.checked = checked));
    count();
  };

  // The focus goes back to where it came from, once Python has taken the panel away, unless who used
  // it has gone on elsewhere by then.
  let back = false;
  const elsewhere = () =>
    document.activeElement !== document.body && !element.contains(document.activeElement);
  const leave = () => {
    back = true;
    trigger("leave", {});
  };
  const pick = {
    all: () => tick(shown(), true),
    none: () => tick(shown(), false),
    leave,
    apply: () => {
      back = true;
      trigger("limit", { documents: chosen().map((box) => box.value) });
    },
  };

  youju.listen(element, (what, data) => {
    if (pick[what]) return pick[what]();
    if (what === "enter" && panel()) return leave();
    trigger(what, data);
  });
  youju.filter(element);
  element.addEventListener("click", (event) => {
    const group = event.target.closest(".groups button");
    if (group) tick(members(group), group.ariaPressed !== "true");
  });
  element.addEventListener("change", () => panel() && count());
  element.addEventListener("keydown", (event) => {
    if (!panel() || event.isComposing) return;
    if (event.key === "Escape") {
      event.stopPropagation();  // the source beside stays open
      leave();
    } else if (event.key === "Enter" && event.target.matches("input")) {
      panel().querySelector("[data-do=apply]").click();
    }
  });
  // Elsewhere, a document to keep to: then one can ask.
  youju.local.only = (button, send) => {
    send("only", { documents: [button.dataset.doc] });
    youju.visit("talk");
    if (youju.narrow.matches) document.querySelector(".reading #source .close")?.click();
    youju.begin();
  };

  // What is ticked stays while an answer comes, which changes the conversation, too.
  let conversation;
  youju.ticking = ({ current: { id } }) => {
    const same = id === conversation;
    conversation = id;
    return same && Boolean(panel()) && !back;
  };
  document.addEventListener("pointerdown", (event) => {
    if (panel() && !event.target.closest("#scope")) leave();
  });
  watch("value", () => {
    youju.changed();
    if (panel()) {
      count();
      // No keyboard over what is to be ticked.
      if (!youju.touches) panel().querySelector(".filter").focus();
    } else if (back && !elsewhere()) {
      element.querySelector("[data-do=enter]").focus();
    }
    back = false;
  });
};
