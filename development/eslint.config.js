// Lint of the scripts that the page runs: `npm ci --prefix development`, then `npm run lint --prefix development`.
import js from "@eslint/js";
import globals from "globals";

export default [
  js.configs.recommended,
  {
    files: ["**/*.js"],
    languageOptions: { ecmaVersion: 2022, sourceType: "module", globals: { ...globals.browser, L: "readonly" } },
    rules: {
      complexity: ["error", 12],
      curly: ["error", "multi-line"],
      eqeqeq: "error",
      "max-lines": ["error", 200],
      "max-lines-per-function": ["error", { max: 90, IIFEs: false }],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-restricted-properties": [
        "error",
        { property: "innerHTML", message: "Text from reports is set as text: use element() of text.js." },
        { property: "outerHTML", message: "Text from reports is set as text: use element() of text.js." },
        { property: "insertAdjacentHTML", message: "Text from reports is set as text: use element() of text.js." },
      ],
      "no-var": "error",
      "prefer-const": "error",
    },
  },
];
