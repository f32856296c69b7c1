// Shows how far planning has come without loading the page again. Without this script the
// page asks anew every two seconds by itself.
const place = document.getElementById("progress");
const PAUSE = 1500;

async function look() {
  const answer = await fetch(place.dataset.address, { cache: "no-store" });
  if (answer.status !== 200) {
    location.reload();
    return;
  }
  show(await answer.text());
  setTimeout(again, PAUSE);
}

// The status keeps its place in the page: a reader says it aloud only when its words change.
function show(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  const [now, then] = [place.querySelector("#says"), fresh.querySelector("#says")];
  if (now.textContent !== then.textContent) now.textContent = then.textContent;
  fresh.querySelector("#says").remove();
  place.replaceChildren(now, ...fresh.body.children);
}

function again() {
  look().catch(() => setTimeout(again, PAUSE * 4));
}

setTimeout(again, PAUSE);
