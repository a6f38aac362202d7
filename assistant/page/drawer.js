// The conversations: one is chosen, renamed or removed, and found by words of what was said in it.
(() => {
  const { all, form, listen, local, made, refocusing, rest, sift, wordsOf } = youju;

  local.rename = (button, trigger) => {
    const { id, value, save, cancel } = button.dataset;
    form(button.closest("li"), { value, label: button.textContent, save, cancel },
      (value) => trigger("rename", { id, value }))?.select();
  };

  // Where the words stand: the first of them that the name does not hold, with what is around it.
  const BEFORE = 12;
  const AFTER = 40;
  const excerpt = ({ dataset: { text }, firstElementChild: row }, words) => {
    const missing = words.find((word) => !row.textContent.toLowerCase().includes(word));
    if (!missing) return [];
    const at = text.toLowerCase().indexOf(missing);
    const start = Math.max(0, at - BEFORE);
    const end = at + missing.length;
    const mark = made("mark", {}, text.slice(at, end));
    return [start ? "…" : "", text.slice(start, at), mark, text.slice(end, end + AFTER)];
  };

  // The conversation that was chosen is shown at the words it was found by, else at its newest turn.
  let sought;
  const land = () => {
    const turns = all("#chat .turn");
    if (!sought || !turns.length) return;  // yet: the list may be older than what is shown
    const holds = ({ textContent: text }) => sought.every((one) => text.toLowerCase().includes(one));
    const turn = sought.length ? turns.find(holds) : undefined;
    sought = undefined;
    (turn ?? turns.at(-1))?.scrollIntoView({ block: "start" });
  };

  const drawer = (element, trigger, props, watch) => {
    const shown = () => document.body.classList.toggle("drawn", Boolean(element.firstElementChild));
    const close = () => {
      props.value = typed = "";
      setTimeout(shown);
      document.querySelector("#history")?.focus();
    };
    const send = (what, data) => {
      if (what === "choose") {
        sought = wordsOf(typed);
        typed = "";
      }
      trigger(what, data);
      if (element.querySelector(".current .row")?.dataset.id === data?.id) land();  // not drawn anew
    };
    listen(element, send, close);
    const refocus = refocusing(element);
    document.addEventListener("pointerdown", (event) => {
      if (element.firstElementChild && !event.target.closest("#drawer, #top")) close();
    });
    let typed = "";
    const find = () => {
      const words = sift(element, typed);
      all("li", element).forEach((row) => {
        row.querySelector(".found").replaceChildren(...(row.hidden ? [] : excerpt(row, words)));
      });
    };
    element.addEventListener("input", ({ target }) => {
      if (!target.matches("input")) return;  // a name
      typed = target.value;
      find();
    });
    watch("value", () => {
      youju.changed();
      shown();
      const box = element.querySelector("input");
      if (box) box.value = typed;  // drawn anew; what is found stays
      find();
      const lost = refocus();
      if (!element.contains(document.activeElement)) {
        (element.querySelector(".row") ?? element.querySelector(".close"))?.focus();
      }
      if (lost) rest();
    });
  };

  Object.assign(youju, { drawer, land });
})();
