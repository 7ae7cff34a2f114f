// Otherwise the development server moves the script away from its WebAssembly modules.
export default { optimizeDeps: { exclude: ["eherkenning-wizard"] } };
