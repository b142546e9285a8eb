// Draws the marked text. All of the article's text goes in through textContent: nothing in it is ever read as HTML.
const LINE = { places: 0, actors: 1, times: 2 };

function mark(piece, segment, data, choose) {
  const [top] = segment.marks;
  for (const m of segment.marks) {
    piece.classList.add(m.layer);
    if (m.tone) piece.classList.add(m.layer + "-" + m.tone.replace(/[^a-z-]/g, ""));
    if (m.target === data.chosen) piece.classList.add("chosen");
  }
  piece.title = segment.marks.map((m) => m.label).join("\n");
  piece.onclick = (event) => { event.stopPropagation(); choose(top.target); };
  if (top.layer !== "statements" && top.first) {  // one stop of the keyboard a mark, not one a piece
    piece.tabIndex = 0;
    piece.setAttribute("role", "button");
    piece.setAttribute("aria-pressed", String(top.target === data.chosen));
    piece.setAttribute("aria-label", segment.text.trim() + ". " + segment.marks.map((m) => m.label).join(". "));
    piece.onkeydown = (event) => {
      if (event.key === "Enter" || event.key === " ") { event.preventDefault(); choose(top.target); }
    };
  }
}

export default function ({ data, parentElement, setStateValue }) {
  if (!data?.segments) return; // while pages change, Streamlit may call before the data are there
  const root = parentElement.querySelector(".text");
  for (const [name, colour] of Object.entries(data.colours)) root.style.setProperty("--" + name, colour);
  const before = root.dataset.chosen || "";
  const choose = (target) => setStateValue("chosen", `${target} ${Date.now()}`);
  const focused = parentElement.activeElement?.dataset?.start;
  const paragraphs = [document.createElement("p")];
  let first = null;
  for (const segment of data.segments) {
    const parts = segment.text.split("\n");
    parts.forEach((text, i) => {
      if (i > 0 && paragraphs.at(-1).childNodes.length) paragraphs.push(document.createElement("p"));
      if (!text) return;
      const piece = document.createElement("span");
      piece.textContent = text;
      piece.dataset.start = segment.start;
      if (segment.marks.length) mark(piece, segment, data, choose);
      if (data.evidence && segment.start >= data.evidence[0] && segment.start < data.evidence[1]) {
        piece.classList.add("evidence");
        first = first || piece;
      }
      if (piece.classList.contains("chosen")) first = first || piece;
      paragraphs.at(-1).append(piece);
    });
  }
  root.replaceChildren(...paragraphs);
  root.dataset.chosen = data.chosen || "";
  if (focused !== undefined) root.querySelector(`[data-start="${focused}"]`)?.focus({ preventScroll: true });
  // Chosen on another page or in a list: bring it into view; chosen here: it is in view.
  if (first && before !== (data.chosen || "") && focused === undefined) first.scrollIntoView({ block: "center" });
}
