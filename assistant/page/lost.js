// When the server is gone, or the way to it. Gradio notices, drops what is sent from then on, and
// loads the page anew once the server answers. Here it is said in the language of the page, in
// place of Gradio's English. What is typed, or not answered yet, is kept over any reload.
(() => {
  const GRADIO_SAYS = "Connection to the server was lost";
  const KEPT = "youju.typed";
  const { asksFor, box, made, questionOf, redrawn } = youju;
  const put = (question) => {
    if (!question || box().value) return;
    box().value = question;
    box().dispatchEvent(new Event("input"));  // tells Gradio
  };

  youju.put = put;
  let asked = "";  // the question whose answer is on its way
  const note = () => {
    const pending = document.querySelector("#chat .pending");
    if (pending) asked = questionOf(pending);
    return pending;
  };
  let kept = sessionStorage.getItem(KEPT);
  sessionStorage.removeItem(KEPT);
  redrawn.push(() => {
    put(kept);
    kept = "";
    note();
  });
  // The reload asks again what the address does.
  const unanswered = () => ((note() || youju.stoppable()) && !asksFor("q") ? asked : "");
  window.addEventListener("pagehide", () => {
    sessionStorage.setItem(KEPT, box()?.value || unanswered());
  });

  const lose = () => {
    watching.disconnect();
    const { lost: textContent } = document.querySelector("#brand h1").dataset;
    const told = made("p", { id: "lost", role: "alert", textContent });
    document.body.append(told);
    document.body.style.setProperty("--lost", `${told.offsetHeight + 24}px`);
    put(unanswered());
    document.body.classList.add("cut-off");
  };
  const watching = new MutationObserver(() => {
    const said = document.querySelector("[data-testid=toast-text]")?.textContent;
    if (said?.startsWith(GRADIO_SAYS)) lose();
  });
  watching.observe(document, { childList: true, subtree: true });
})();
