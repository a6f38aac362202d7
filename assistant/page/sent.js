// The sign that a question is on its way, as Python draws it, but at once: Python takes a moment,
// and a second or two while it is making an index.
(() => {
  const { all, box, made, touches, put, redrawn } = youju;

  const boxed = (className, ...inside) => made("div", { className }, ...inside);
  const turns = () => {
    const shown = document.querySelector("#chat .turns");
    if (shown) return shown;
    const begun = boxed("turns");
    document.querySelector("#chat .welcome").replaceWith(begun);
    return begun;
  };

  // At the end, or in the place of a turn.
  let before;  // the conversation without the sign, until Python draws it
  const sign = (question, turn) => {
    const shown = document.querySelector("#chat :is(.turns, .welcome)").parentElement;
    before = { shown, html: shown.innerHTML, question };
    const list = turns();
    delete list.dataset.key;  // what was to be asked next is no longer
    all(".next", list).forEach((next) => next.remove());
    const { searching } = document.querySelector("#brand h1").dataset;
    const asked = turn ?? list.appendChild(made("article", { className: "turn" }));
    asked.replaceChildren(
      boxed("question", made("p", {}, question)),
      boxed("answer pending", made("p", { className: "searching" }, searching)),
    );
    if (asked.previousElementSibling) asked.scrollIntoView({ block: "start" });
  };

  // Gradio has taken what was typed: it leaves its box, and what is typed next stays there.
  const send = (question) => {
    if (question.trim()) {
      sign(question.trim());
      box().value = "";
      box().dispatchEvent(new Event("input"));  // tells Gradio
      if (touches) box().blur();  // to read the answer
    }
    return question;
  };

  // It never came to Python: the conversation is as it was, and the question is in its box again.
  const unsent = () => {
    if (!before) return "";
    const { shown, html, question } = before;
    shown.innerHTML = html;
    before = undefined;
    put(question);
    const { unsent: told } = document.querySelector("#brand h1").dataset;
    const note = made("div", { className: "failure unsent", role: "alert" }, made("p", {}, told));
    shown.firstElementChild.append(note);
    note.scrollIntoView({ block: "nearest" });
    return question;
  };
  redrawn.push(() => (before = undefined));
  const signed = () => Boolean(before);

  Object.assign(youju, { send, sign, signed, unsent });
})();
