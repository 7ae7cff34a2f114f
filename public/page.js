// The supplier's own page around the wizard.
import { configureFromAddress, followWizard, wizard } from "./follow-wizard.js";

/** Screens that no entry of the history can lead to. */
const BESIDE = ["open", "hand-over"];

/**
 * The Back and Forward buttons of the browser go from screen to screen. Only on this page: the history of a partner's
 * page is not ours.
 */
function followHistory() {
  wizard.addEventListener("eh-step", ({ detail: { screen } }) => {
    const { screen: before, from } = history.state ?? {};
    if (before === screen) return;
    try {
      // Back from a screen beside the way: its entry goes, so that the button does not lead there again.
      if (BESIDE.includes(before) && from === screen) history.back();
      else if (BESIDE.includes(before)) history.replaceState({ screen }, "");
      else if (BESIDE.includes(screen)) history.pushState({ screen, from: before }, "");
      else if (before) history.pushState({ screen }, "");
      else history.replaceState({ screen }, "");
    } catch {
      // Browsers refuse too many entries in a short time. The button in the wizard still goes back.
    }
  });
  addEventListener("popstate", async ({ state }) => {
    const isShown = !state?.screen || (await wizard.goTo(state.screen));
    // After sending no screen is open. Before, the wizard stays where it is: an application may be on its way.
    if (!isShown && wizard.state === "sent") history.back();
  });
}

followWizard();
followHistory();
configureFromAddress();
