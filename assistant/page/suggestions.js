// Questions to begin with or to ask next. They come after the welcome or the answer, and stay below
// it when it is drawn again.
(() => {
  const { all, settled } = youju;
  const made = (tag, given = {}) => Object.assign(document.createElement(tag), given);
  let found = { key: "", questions: [] };

  const drawn = () => document.querySelector("#chat :is(.turns, .welcome)")?.dataset ?? {};
  const show = () => {
    all("#chat .next").forEach((old) => old.remove());
    if (!found.questions.length || found.key !== drawn().key) return;
    const above = document.querySelector("#chat :is(.turn:last-child, .welcome)");
    const list = made("ul");
    list.append(...found.questions.map((textContent) => {
      const button = made("button", { type: "button", textContent });
      Object.assign(button.dataset, { do: "example", question: textContent });
      const row = made("li", { lang: "zh-CN" });
      row.append(button);
      return row;
    }));
    const next = made("section", { className: "next" });
    next.append(made("h3", { textContent: drawn().next }), list);
    above.append(next);
  };

  youju.suggest = (given) => {
    // What comes late, for an answer that is no longer shown, takes nothing away.
    if (given?.key === drawn().key) found = given;
    show();
  };
  // Below a welcome they are tried whenever it comes, as other documents may have been indexed; a
  // question that is asked right away goes before them.
  const LET_PASS_MS = 500;
  const asked = () => youju.stoppable() || document.querySelector("html.held");
  youju.redrawn.push((trigger) => {
    const { key } = drawn();
    const welcome = document.querySelector("#chat .welcome");
    show();
    if (!key || (key === found.key && !welcome)) return;
    const suggest = () => trigger("suggest", {});
    if (!welcome) return settled(suggest);  // it reads what the browser keeps
    const attempt = () => {
      if (asked()) return setTimeout(attempt, LET_PASS_MS);
      return drawn().key === key && suggest();
    };
    setTimeout(attempt, LET_PASS_MS);
  });
})();
