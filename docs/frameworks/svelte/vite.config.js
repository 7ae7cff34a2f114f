import { svelte } from "@sveltejs/vite-plugin-svelte";

export default {
  plugins: [svelte()],
  // Otherwise the development server moves the script away from its WebAssembly modules.
  optimizeDeps: { exclude: ["eherkenning-wizard"] },
};
