// The register: what is typed or chosen is an event for Python, which fills the room anew; then
// the keyboard goes on from where it was.
(() => {
  const folded = new Map();  // what was opened or closed, by its words: it stays so
  const words = (details) => details.querySelector("summary").textContent;
  let turning = false;  // to another page, which is read from its first row on
  let asked = {};  // of each field what it said when that was last sent
  let subject = "";  // the words of the chart's: its field says the name of what they found
  let typing;
  let refocus;

  youju.wired.register = (element, trigger) => {
    refocus = youju.refocusing(element, "[name=text]");
    let edited;  // and not sent yet
    const send = (control) => {
      edited = undefined;
      const { name, value } = control;
      typing.callOff();
      if (control.matches(".live") && asked[name] === value) return;
      if (name === "series" && (!value || subject === value)) return;
      asked[name] = value;
      if (name === "series") subject = value;
      trigger("show", { [name]: value });
    };
    typing = youju.resting(element, ".live", send);
    element.addEventListener("change", ({ target }) => {
      if (target.name) send(target);
      if (target.name === "series") typing.forget();  // it is chosen, and says what it is called
    });
    // All subjects are there to choose from, not only those like the one that is shown.
    element.addEventListener("input", ({ target }) => (edited = target));
    element.addEventListener("click", ({ target }) => {
      turning = target.matches("[data-page]");
      if (target.closest("[data-do]")) typing.forget();
      if (!target.list) return;
      if (target.name === "series" && target !== edited) target.value = "";
      target.showPicker?.();
    });
    element.addEventListener("focusout", ({ target }) => {
      if (target.name === "series") target.value = target.defaultValue;
    });
    element.addEventListener("toggle", ({ target }) => {  // which does not bubble
      folded.set(words(target), target.open);
    }, true);
  };

  youju.filled.register = (element) => {
    // As Python wrote it: what is typed meanwhile may stand in the field already.
    const written = ({ name, value, defaultValue }) => [name, defaultValue ?? value];
    asked = Object.fromEntries(youju.all("[name]", element).map(written));
    youju.all("details", element).forEach((one) => (one.open = folded.get(words(one)) ?? one.open));
    youju.all(".years", element).forEach((chart) => (chart.scrollLeft = chart.scrollWidth));
    if (turning) {
      turning = false;
      const first = element.querySelector("tbody tr");
      first?.closest(".scroll").scrollIntoView({ block: "start" });
      return first?.focus({ preventScroll: true });
    }
    refocus();
    typing.goOn(document.activeElement);
  };
})();
