import vue from "@vitejs/plugin-vue";

export default {
  // Vue leaves the element to the browser.
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === "eh-wizard" } } })],
  // Otherwise the development server moves the script away from its WebAssembly modules.
  optimizeDeps: { exclude: ["eherkenning-wizard"] },
};
