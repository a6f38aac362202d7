// Questions to ask next. They come after the answer, and stay below it when it is drawn again.
(() => {
  const { all, settled } = youju;
  const made = (tag, given = {}) => Object.assign(document.createElement(tag), given);
  let found = { key: "", questions: [] };

  const drawn = () => document.querySelector("#chat .turns")?.dataset ?? {};
  const show = () => {
    all("#chat .next").forEach((old) => old.remove());
    if (!found.questions.length || found.key !== drawn().key) return;
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
    document.querySelector("#chat .turn:last-child").append(next);
  };

  youju.suggest = (given) => {
    if (given) found = given;
    show();
  };
  youju.redrawn.push((trigger) => {
    const { key } = drawn();
    if (!key || key === found.key) return show();
    settled(() => trigger("suggest", {}));  // it reads what the browser keeps
  });
})();
