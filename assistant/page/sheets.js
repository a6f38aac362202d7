// Pages larger or as wide as the panel; the box stays in view, and further pages are as large.
youju.local.zoom = () => {
  document.body.classList.toggle("zoomed");
  const text = document.querySelector("#source .text");
  const target = text.querySelector(".box") ?? text.querySelector(".sheet");
  const [view, box] = [text, target].map((element) => element.getBoundingClientRect());
  text.scrollBy(box.left - view.left - 24, box.top - view.top - view.height / 3);
};
