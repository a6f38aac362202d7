// Questions to begin with or to ask next. They come after the welcome or the answer, and stay below
// it when it is drawn again.
(() => {
  const { all, made, settled } = youju;
  let found = { key: "", questions: [] };

  const drawn = () => document.querySelector("#chat :is(.turns, .welcome)")?.dataset ?? {};
  const show = () => {
    all("#chat .next").forEach((old) => old.remove());
    if (!found.questions.length || found.key !== drawn().key) return;
    const above = document.querySelector("#chat :is(.turn:last-child, .welcome)");
    const rows = found.questions.map((question) => {
      const button = made("button", { type: "button" }, question);
      Object.assign(button.dataset, { do: "example", question });
      return made("li", { lang: "zh-CN" }, button);
    });
    const heading = made("h3", {}, drawn().next);
    above.append(made("section", { className: "next" }, heading, made("ul", {}, ...rows)));
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
