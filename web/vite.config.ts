import { defineConfig } from "vite";

// One script and one style sheet, to be carried inside the program and inlined in the page.
export default defineConfig({
  build: {
    target: "es2022",
    outDir: "dist",
    emptyOutDir: true,
    lib: { entry: "src/main.ts", formats: ["iife"], name: "manometer", fileName: () => "report.js", cssFileName: "report" },
  },
});
