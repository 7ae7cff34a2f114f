// The supplier's own page around the wizard.
import { configureFromAddress, followWizard, wizard } from "./follow-wizard.js";

/**
 * The Back and Forward buttons of the browser go from screen to screen. Only on this page: the history of a partner's
 * page is not ours.
 */
function followHistory() {
  wizard.addEventListener("eh-step", ({ detail: { screen } }) => {
    const before = history.state?.screen;
    if (before === screen) return;
    try {
      if (before) history.pushState({ screen }, "");
      else history.replaceState({ screen }, "");
    } catch {
      // Browsers refuse too many entries in a short time. The button in the wizard still goes back.
    }
  });
  addEventListener("popstate", async ({ state }) => {
    if (!state?.screen || (await wizard.goTo(state.screen))) return;
    // This screen is not open any more: on to the one before it. What is being sent stays on the screen.
    if (wizard.state !== "sending") history.back();
  });
}

followWizard();
followHistory();
configureFromAddress();
